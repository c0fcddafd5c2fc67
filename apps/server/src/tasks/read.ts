import type { TaskWithThread } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { historyOf } from './history.ts';
import { needTask, told, type TaskRow } from './row.ts';

/** The most comments of a thread. */
export const LONGEST_THREAD = 500;

/** A task with its thread and history, for whoever may see it. Throws `not-found`. */
export async function readTask(db: Db, user: string, task: string): Promise<TaskWithThread> {
  const row = await needTask(db, user, task);
  const { name: teamName } = await db
    .selectFrom('team')
    .select('name')
    .where('id', '=', row.team_id)
    .executeTakeFirstOrThrow();
  const maker =
    row.created_by === null
      ? undefined
      : await db
          .selectFrom('user')
          .select('name')
          .where('id', '=', row.created_by)
          .executeTakeFirst();
  const thread = await db
    .selectFrom('task_comment')
    .selectAll()
    .where('task_id', '=', task)
    .orderBy('at')
    .orderBy('id')
    .limit(LONGEST_THREAD)
    .execute();
  return {
    ...told(row),
    teamName,
    details: row.details ?? '',
    version: row.version ?? 1,
    createdBy: maker?.name ?? null,
    mayBePrivate: mayBePrivate(row, user),
    thread: thread.map(({ id, by_user, by_name, at, edited_at, text }) => ({
      id,
      by: { id: by_user, name: by_name },
      mine: by_user === user,
      at: at.toISOString(),
      edited: edited_at !== null,
      text,
    })),
    history: await historyOf(db, task),
  };
}

/** What a meeting agreed on, everybody there has seen; the rest is up to who made it and who owns it. */
export const mayBePrivate = (
  row: Pick<TaskRow, 'meeting_name' | 'created_by' | 'owner_user'>,
  user: string,
): boolean => row.meeting_name === '' && (row.created_by === user || row.owner_user === user);
