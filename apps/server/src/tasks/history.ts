import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import { happened } from '../webhooks/events.ts';

/** What of a task can change; its history has these words forever. */
export type Field =
  | 'made'
  | 'text'
  | 'details'
  | 'owner'
  | 'due'
  | 'status'
  | 'stage'
  | 'private'
  /** Its name. */
  | 'team'
  | 'archived';

export interface Change {
  field: Field;
  before: string | null;
  after: string | null;
}

interface Whose {
  task: string;
  team: string;
  /** Null: a meeting decided it. */
  by: { id: string; name: string } | null;
}

/** Writes down what changed, in the transaction of the change. */
export async function writeDown(
  tx: Db,
  { task, team, by }: Whose,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  // Of one moment, they are told in the order of their ids.
  const ids = changes.map(() => randomUUIDv7()).toSorted();
  await tx
    .insertInto('task_event')
    .values(
      changes.map((change, place) => ({
        id: ids[place] ?? randomUUIDv7(),
        task_id: task,
        team_id: team,
        by_user: by?.id ?? null,
        by_name: by?.name ?? null,
        ...change,
      })),
    )
    .execute();
  const isNew = changes.some(({ field }) => field === 'made');
  const kind = isNew ? 'task.created' : 'task.changed';
  await happened(tx, { kind, team, about: { task } });
}

/** The most that is shown of a task's history. */
const MOST = 100;

/** The latest first. */
export async function historyOf(db: Db, task: string) {
  const rows = await db
    .selectFrom('task_event')
    .select(['id', 'at', 'by_name', 'field', 'before', 'after'])
    .where('task_id', '=', task)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ at, by_name, ...change }) => ({
    at: at.toISOString(),
    by: by_name,
    ...change,
  }));
}
