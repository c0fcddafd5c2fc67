import type { Board, MeetingId, Outcome, OutcomePart } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';

type Reviewed = Extract<OutcomePart, { as: 'reviewed' }>['tasks'][number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
  const judged = outcome.phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.as === 'reviewed' ? part.tasks : []))
    .filter(({ id }) => UUID.test(id));
  for (const task of judged) {
    const { verdict } = task;
    if (verdict === 'done' || verdict === 'dropped') await close(tx, team, meeting, task, verdict);
    else await keep(tx, team, meeting, task.id);
    if (verdict === 'changed') await change(tx, team, task, accountCalled(task, board, accounts));
  }
}

async function close(
  tx: Db,
  team: string,
  meeting: MeetingId,
  { id, helped }: Reviewed,
  status: 'done' | 'dropped',
): Promise<void> {
  await tx
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
    .execute();
}

async function keep(tx: Db, team: string, meeting: MeetingId, id: string): Promise<void> {
  await tx
    .updateTable('task')
    .set({ status: 'open', closed_at: null, closed_in: null, helped_yes: null, helped_no: null })
    .where('id', '=', id)
    .where('team_id', '=', team)
    .where('closed_in', '=', meeting)
    .execute();
}

async function change(
  tx: Db,
  team: string,
  { id, text, owner, due }: Reviewed,
  account: string | null,
): Promise<void> {
  const before = await tx
    .selectFrom('task')
    .select(['owner_user', 'owner_name'])
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
}

/** The account of whom the task belongs to now; null where that is nobody's, or not only one person's, name. */
function accountCalled({ owner }: Reviewed, board: Board, accounts: AccountsOf): string | null {
  const called = Object.keys(board.people).flatMap((id) =>
    // The record's own keys are participant ids.
    board.people[id as keyof Board['people']]?.name === owner ? (accounts.get(id) ?? []) : [],
  );
  const [only] = called;
  return called.length === 1 && only !== undefined ? only : null;
}
