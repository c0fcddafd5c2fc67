import type { Board, MeetingId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';
import { tellOnCommit } from '../notifications/news/channel.ts';
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
  // A phase without a window has null there, or nothing at all.
  const isOverDays = Object.values(phases).some(({ window }) => Boolean(window));
  const there = Object.entries(people).flatMap(([id, { state }]) =>
    state === 'in' && !isOverDays ? (accounts.get(id) ?? []) : [],
  );
  await rememberStart(tx, meeting, there);
  const members = await tx
    .selectFrom('team_member')
    .select('user_id')
    .where('team_id', '=', team)
    .execute();
  const to = members.map((member) => member.user_id).filter((user) => !there.includes(user));
  await notify(tx, { kind: 'meeting-ended', to, team, about: { meeting }, once: meeting });
}

/** That it had begun is no news to those who were there. */
async function rememberStart(tx: Db, meeting: MeetingId, there: readonly string[]): Promise<void> {
  if (there.length === 0) return;
  await tx
    .updateTable('notification')
    .set({ read_at: sql<Date>`now()` })
    .where('user_id', 'in', there)
    .where('kind', '=', 'meeting-started')
    .where('once', '=', meeting)
    .where('read_at', 'is', null)
    .execute();
  await tellOnCommit(tx, there);
}
