import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';

export type TeamRole = 'lead' | 'member';

/** Somebody's role in a team; null: not in it, or there is no such team. */
export async function roleInTeam(db: Db, user: string, team: string): Promise<TeamRole | null> {
  const row = await db
    .selectFrom('team_member')
    .select('role')
    .where('team_id', '=', team)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row?.role ?? null;
}

/** The role, or `not-found`: who is not in a team does not learn whether there is one. */
export async function needRole(db: Db, user: string, team: string): Promise<TeamRole> {
  const role = await roleInTeam(db, user, team);
  if (!role) throw problem('not-found');
  return role;
}

/** As `needRole`; members who are not lead get `not-allowed`. */
export async function needLead(db: Db, user: string, team: string): Promise<void> {
  if ((await needRole(db, user, team)) !== 'lead') throw problem('not-allowed');
}
