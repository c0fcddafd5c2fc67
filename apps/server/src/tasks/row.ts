import type { TeamTask } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tagsIn } from './tags.ts';

/**
 * Tasks with what the board knows of them, as far as a person may see them: those of a team to whoever
 * is in it, private ones to their people alone.
 */
export const tasksSeenBy = (db: Db, user: string) =>
  db
    .selectFrom('task')
    .innerJoin('team_member', (join) =>
      join.onRef('team_member.team_id', '=', 'task.team_id').on('team_member.user_id', '=', user),
    )
    .leftJoin('task_board', 'task_board.task_id', 'task.id')
    .where(isSeenBy(user))
    .selectAll('task')
    .select([
      'task_board.stage',
      'task_board.position',
      'task_board.details',
      'task_board.tags',
      'task_board.topic',
      'task_board.created_by',
      'task_board.archived_at',
      'task_board.version',
      sql<number>`(select count(*)::int from task_comment where task_comment.task_id = task.id)`.as(
        'comments',
      ),
      timesReviewed.as('times'),
      timesMissed.as('missed'),
    ]);

export const isSeenBy = (user: string) =>
  sql<boolean>`(task.private_to is null or ${user}::uuid = any (task.private_to))`;

/** In how many meetings a task was looked at and stayed open. */
export const timesReviewed = sql<number>`(
  select count(*)::int from task_review
  where task_review.task_id = task.id and result in ('kept', 'missed', 'renewed')
)`;

/** How often a task was missed since it was last renewed. */
export const timesMissed = sql<number>`(
  select count(*)::int from task_review
  where task_review.task_id = task.id and result = 'missed' and at > coalesce((
    select max(at) from task_review
    where task_review.task_id = task.id and result = 'renewed'
  ), '-infinity')
)`;

export type TaskRow = Awaited<ReturnType<ReturnType<typeof tasksSeenBy>['execute']>>[number];

/** The task, if this person may see it. Throws `not-found`. */
export async function needTask(db: Db, user: string, task: string): Promise<TaskRow> {
  const row = await tasksSeenBy(db, user).where('task.id', '=', task).executeTakeFirst();
  if (!row) throw problem('not-found');
  return row;
}

export const told = (row: TaskRow): TeamTask => ({
  id: row.id,
  team: row.team_id,
  text: row.text,
  owner: row.owner_name === null ? null : { id: row.owner_user, name: row.owner_name },
  due: row.due,
  status: row.status,
  stage: row.stage ?? 'active',
  tags: row.tags ?? tagsIn(row.text),
  private: row.private_to !== null,
  archived: row.archived_at !== null,
  hasDetails: (row.details ?? '') !== '',
  comments: row.comments,
  meeting: { id: row.meeting_id, name: row.meeting_name, topic: row.topic },
  createdAt: row.created_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  reviewed: { times: row.times, missed: row.missed },
  helped:
    row.helped_yes === null || row.helped_no === null
      ? null
      : { yes: row.helped_yes, no: row.helped_no },
});
