import { randomUUID } from 'node:crypto';
import { sorted, type Board, type MeetingId, type Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';
import { happened } from '../webhooks/events.ts';
import type { Field } from './history.ts';
import { giveAllAPlace } from './place.ts';

/**
 * Keeps what a meeting agreed on as the team's tasks, in the transaction that ends it. When the same
 * meeting ends again they are the same tasks, with what has changed; those that are gone there go.
 */
export async function storeTasks(
  tx: Db,
  team: string,
  meeting: MeetingId,
  outcome: Outcome,
  board: Board,
  accounts: AccountsOf,
): Promise<void> {
  const brought = await broughtElsewhere(tx, Object.keys(board.tasks));
  const tasks = sorted(board.tasks).filter(([id]) => !brought.has(id));
  let gone = tx.deleteFrom('task').where('meeting_id', '=', meeting);
  if (tasks.length > 0)
    gone = gone.where(
      'meeting_task',
      'not in',
      tasks.map(([id]) => id),
    );
  await gone.execute();
  if (tasks.length === 0) return;
  const names = new Map(outcome.tasks.map(({ id, owner }) => [id, owner]));
  const now = new Date();
  const stored = await tx
    .insertInto('task')
    .values(
      tasks.map(([id, task], place) => ({
        id: randomUUID(),
        team_id: team,
        meeting_id: meeting,
        meeting_name: outcome.name,
        meeting_task: id,
        place,
        text: task.text,
        owner_user: accounts.get(task.owner) ?? null,
        owner_name: names.get(id) ?? null,
        due: task.due,
        status: task.done ? ('done' as const) : ('open' as const),
        closed_at: task.done ? now : null,
        closed_in: task.done ? meeting : null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'meeting_task']).doUpdateSet((e) => {
        const reopens = sql<boolean>`(excluded.status = 'open' and task.closed_in = excluded.meeting_id)`;
        const closes = sql<boolean>`(excluded.status = 'done' and task.status = 'open')`;
        // Who closed it elsewhere meanwhile knew better than the meeting that made it.
        const turned = <T>(column: string) =>
          sql<T>`case when ${reopens} or ${closes} then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`task.${column}`)} end`;
        // So did who changed it on the board.
        const unlessChanged = (
          field: Field,
          column: 'text' | 'owner_user' | 'owner_name' | 'due',
        ) =>
          sql<string>`case when exists (
            select from task_event where task_event.task_id = task.id and field = ${field}
          ) then ${sql.ref(`task.${column}`)} else ${sql.ref(`excluded.${column}`)} end`;
        return {
          meeting_name: e.ref('excluded.meeting_name'),
          place: e.ref('excluded.place'),
          text: unlessChanged('text', 'text'),
          owner_user: unlessChanged('owner', 'owner_user'),
          owner_name: unlessChanged('owner', 'owner_name'),
          due: unlessChanged('due', 'due'),
          status: turned<'open' | 'done' | 'dropped'>('status'),
          closed_at: turned<Date | null>('closed_at'),
          closed_in: turned<string | null>('closed_in'),
        };
      }),
    )
    // PostgreSQL's own mark of a row that was not there before.
    .returning(['id', sql<boolean>`task.xmax = 0`.as('isNew')])
    .execute();
  for (const { id, isNew } of stored) {
    if (isNew) await happened(tx, { kind: 'task.created', team, about: { task: id } });
  }
  await giveAllAPlace(tx, team);
  await nameTopics(tx, meeting, outcome);
}

/** Which of a meeting's tasks are on another team's board meanwhile, and live there without it. */
async function broughtElsewhere(tx: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('task')
    .select('meeting_task')
    .where('meeting_id', 'is', null)
    .where('meeting_task', 'in', ids)
    .where(
      sql<boolean>`exists (
        select from task_event where task_event.task_id = task.id and field = 'team'
      )`,
    )
    .execute();
  return new Set(rows.map(({ meeting_task }) => meeting_task));
}

/** Tells each task the topic it comes from. */
export async function nameTopics(tx: Db, meeting: MeetingId, { phases }: Outcome): Promise<void> {
  const topics = phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.as === 'topics' ? part.topics : []));
  for (const { title, tasks } of topics) {
    if (tasks.length === 0) continue;
    await tx
      .updateTable('task_board')
      .from('task')
      .whereRef('task.id', '=', 'task_board.task_id')
      .set({ topic: title })
      .where('task.meeting_id', '=', meeting)
      .where('task.meeting_task', 'in', tasks)
      .execute();
  }
}
