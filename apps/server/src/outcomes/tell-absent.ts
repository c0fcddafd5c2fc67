import type { Board, MeetingId } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';
import { notify } from '../notifications/notify.ts';

/**
 * Tells those in the team who were not there that a meeting has ended; those who were have seen it. A
 * meeting over days ends when nobody is there: of it everybody is told.
 */
export async function tellAbsent(
  tx: Db,
  team: string,
  meeting: MeetingId,
  { people, phases }: Board,
  accounts: AccountsOf,
): Promise<void> {
  const isOverDays = Object.values(phases).some(({ window }) => window !== null);
  const there = Object.entries(people).flatMap(([id, { state }]) =>
    state === 'in' && !isOverDays ? (accounts.get(id) ?? []) : [],
  );
  const members = await tx
    .selectFrom('team_member')
    .select('user_id')
    .where('team_id', '=', team)
    .execute();
  const to = members.map((member) => member.user_id).filter((user) => !there.includes(user));
  await notify(tx, { kind: 'meeting-ended', to, team, about: { meeting }, once: meeting });
}
