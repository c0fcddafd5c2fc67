import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { notify } from '../notifications/notify.ts';

/** One change of roles at a time, so that two leads cannot step down in the same moment. */
export const lockTeam = (tx: Db, team: string) =>
  tx.selectFrom('team').select('id').where('id', '=', team).forNoKeyUpdate().execute();

async function isLeaderless(tx: Db, team: string): Promise<boolean> {
  const { members, leads } = await tx
    .selectFrom('team_member')
    .select((e) => [
      e.fn.countAll<string>().as('members'),
      e.fn.countAll<string>().filterWhere('role', '=', 'lead').as('leads'),
    ])
    .where('team_id', '=', team)
    .executeTakeFirstOrThrow();
  return Number(members) > 0 && Number(leads) === 0;
}

/** Throws `last-lead` where people are in a team and nobody leads it. */
export async function keepALead(tx: Db, team: string): Promise<void> {
  if (await isLeaderless(tx, team)) throw problem('last-lead');
}

/** Where nobody leads, whoever is in the team longest does from now on, and is told of what others did. */
export async function promoteWhereNobodyLeads(tx: Db, by: string, team: string): Promise<void> {
  if (!(await isLeaderless(tx, team))) return;
  const { user_id: next } = await tx
    .selectFrom('team_member')
    .select('user_id')
    .where('team_id', '=', team)
    .orderBy('joined_at')
    .orderBy('user_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('team_member')
    .set({ role: 'lead' })
    .where('team_id', '=', team)
    .where('user_id', '=', next)
    .execute();
  if (next !== by) await notify(tx, { kind: 'team-lead', to: [next], team, about: { by } });
}

/** Everybody in a team but one: whom to tell what that one did. */
export async function othersIn(tx: Db, team: string, user: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('team_member')
    .select('user_id')
    .where('team_id', '=', team)
    .where('user_id', '!=', user)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Who leads a team, to be told something. */
export async function leadsOf(tx: Db, team: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('team_member')
    .select('user_id')
    .where('team_id', '=', team)
    .where('role', '=', 'lead')
    .execute();
  return rows.map(({ user_id }) => user_id);
}
