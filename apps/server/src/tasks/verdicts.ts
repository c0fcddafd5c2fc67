import type { Board, MeetingId, Outcome, OutcomePart } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';
import { isUuid } from '../uuid.ts';
import { writeDown, type Change } from './history.ts';
import { isMissed } from './missed.ts';
import type { TaskTables } from './tables.ts';
import { tagsIn } from './tags.ts';

type Reviewed = Extract<OutcomePart, { as: 'reviewed' }>['tasks'][number];

interface Where {
  team: string;
  meeting: MeetingId;
  /** YYYY-MM-DD, in UTC. */
  today: string;
}

/**
 * Does to the team's earlier tasks what a meeting said about them, in the transaction that ends it. When
 * it ends again with another verdict, what it had closed itself is open again.
 */
export async function applyVerdicts(
  tx: Db,
  team: string,
  meeting: MeetingId,
  outcome: Outcome,
  board: Board,
  accounts: AccountsOf,
): Promise<void> {
  const at = { team, meeting, today: new Date(outcome.endedAt).toISOString().slice(0, 10) };
  const judged = outcome.phases.flatMap(({ kind, parts }) =>
    parts
      .flatMap((part) => (part.as === 'reviewed' ? part.tasks : []))
      .map((task) => ({ task, isReview: kind === 'review' })),
  );
  for (const { task, isReview } of judged) {
    if (!isUuid(task.id)) continue;
    // A standup ticks off what is done; what it leaves open was not asked for.
    if (isReview || task.verdict === 'done' || task.verdict === 'dropped')
      await remember(tx, at, task);
    if (task.asked) {
      await keepAnswers(tx, at, task);
      continue;
    }
    const { verdict } = task;
    if (verdict === 'done' || verdict === 'dropped') await close(tx, at, task, verdict);
    else await keep(tx, at, task.id);
    if (verdict === 'changed') await change(tx, at, task, accountCalled(task, board, accounts));
  }
}

/** What this meeting made of a promise, said once for each meeting. */
async function remember(tx: Db, at: Where, task: Reviewed): Promise<void> {
  const { team, meeting } = at;
  const result = await resultOf(tx, at, task);
  await tx
    .insertInto('task_review')
    .columns(['task_id', 'meeting_id', 'team_id', 'result'])
    .expression((e) =>
      e
        .selectFrom('task')
        .where('id', '=', task.id)
        .where('team_id', '=', team)
        .select((of) => [
          'id',
          of.val(meeting).as('meeting_id'),
          'team_id',
          of.val(result).as('result'),
        ]),
    )
    .onConflict((conflict) => conflict.columns(['task_id', 'meeting_id']).doUpdateSet({ result }))
    .execute();
}

async function resultOf(
  tx: Db,
  at: Where,
  { id, verdict, asked, renewed, due }: Reviewed,
): Promise<TaskTables['task_review']['result']> {
  if (asked) return 'asked';
  if (verdict === 'done' || verdict === 'dropped') return verdict;
  if (renewed) return 'renewed';
  const sinceMissed = await timeSinceMissed(tx, at, id);
  return isMissed({ due, today: at.today, sinceMissed }) ? 'missed' : 'kept';
}

/** From the last time that another meeting missed it to when this one first ended, ms. */
async function timeSinceMissed(tx: Db, { meeting }: Where, task: string): Promise<number | null> {
  const all = await tx
    .selectFrom('task_review')
    .select(['meeting_id', 'at', 'result'])
    .where('task_id', '=', task)
    .execute();
  const ended = all.find(({ meeting_id }) => meeting_id === meeting)?.at;
  const missed = all
    .filter(({ meeting_id, result }) => meeting_id !== meeting && result === 'missed')
    .map(({ at }) => at.getTime())
    .filter((at) => ended === undefined || at <= ended.getTime());
  const end = ended?.getTime() ?? Date.now();
  return missed.length === 0 ? null : end - Math.max(...missed);
}

/** What people said about something that was done before; final where another meeting has counted. */
async function keepAnswers(tx: Db, { team }: Where, { id, helped }: Reviewed): Promise<void> {
  if (helped === null) return;
  await tx
    .updateTable('task')
    .set({ helped_yes: helped.yes, helped_no: helped.no })
    .where('id', '=', id)
    .where('team_id', '=', team)
    .where('status', '=', 'done')
    .where('helped_yes', 'is', null)
    .execute();
}

async function close(
  tx: Db,
  { team, meeting }: Where,
  { id, helped }: Reviewed,
  status: 'done' | 'dropped',
): Promise<void> {
  const closed = await tx
    .updateTable('task')
    .set({
      status,
      closed_at: new Date(),
      closed_in: meeting,
      helped_yes: helped?.yes ?? null,
      helped_no: helped?.no ?? null,
    })
    .where('id', '=', id)
    .where('team_id', '=', team)
    .where((e) => e.or([e('status', '=', 'open'), e('closed_in', '=', meeting)]))
    .returning('id')
    .executeTakeFirst();
  if (closed) await tellHistory(tx, team, id, [{ field: 'status', before: null, after: status }]);
}

async function keep(tx: Db, { team, meeting }: Where, id: string): Promise<void> {
  const opened = await tx
    .updateTable('task')
    .set({ status: 'open', closed_at: null, closed_in: null, helped_yes: null, helped_no: null })
    .where('id', '=', id)
    .where('team_id', '=', team)
    .where('closed_in', '=', meeting)
    .returning('id')
    .executeTakeFirst();
  if (opened) await tellHistory(tx, team, id, [{ field: 'status', before: null, after: 'open' }]);
}

async function change(
  tx: Db,
  { team }: Where,
  { id, text, owner, due }: Reviewed,
  account: string | null,
): Promise<void> {
  const before = await tx
    .selectFrom('task')
    .select(['text', 'due', 'owner_user', 'owner_name'])
    .where('id', '=', id)
    .where('team_id', '=', team)
    .executeTakeFirst();
  if (!before) return;
  await tx
    .updateTable('task')
    .set({
      text,
      ...(due !== undefined && { due }),
      owner_name: owner,
      // The same name is the same person, also one who was not there.
      owner_user: account ?? (owner === before.owner_name ? before.owner_user : null),
    })
    .where('id', '=', id)
    .execute();
  if (text !== before.text) await changeOnBoard(tx, id, text);
  const changes: Change[] = [
    { field: 'text', before: before.text, after: text },
    { field: 'owner', before: before.owner_name, after: owner },
    { field: 'due', before: before.due, after: due ?? before.due },
  ];
  await tellHistory(
    tx,
    team,
    id,
    changes.filter((each) => each.before !== each.after),
  );
}

/** Whoever has the task open with its old words is told so when they save. */
async function changeOnBoard(tx: Db, task: string, text: string): Promise<void> {
  const row = await tx
    .selectFrom('task_board')
    .select(['details', 'version'])
    .where('task_id', '=', task)
    .executeTakeFirst();
  if (!row) return;
  await tx
    .updateTable('task_board')
    .set({ tags: tagsIn(text, row.details), version: row.version + 1 })
    .where('task_id', '=', task)
    .execute();
}

const tellHistory = (tx: Db, team: string, task: string, changes: Change[]): Promise<void> =>
  writeDown(tx, { task, team, by: null }, changes);

/** The account of whom the task belongs to now; null where that is nobody's, or not only one person's, name. */
function accountCalled({ owner }: Reviewed, board: Board, accounts: AccountsOf): string | null {
  const called = Object.keys(board.people).flatMap((id) =>
    // The record's own keys are participant ids.
    board.people[id as keyof Board['people']]?.name === owner ? (accounts.get(id) ?? []) : [],
  );
  const [only] = called;
  return called.length === 1 && only !== undefined ? only : null;
}
