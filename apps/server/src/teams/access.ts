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

/** What somebody is to a team, beside being in it. */
interface Standing {
  /** Null: not in it. */
  readonly role: TeamRole | null;
  /** May do what leads do: leads may, and owners and admins of the organization. */
  readonly manages: boolean;
}

/** Null: neither in the team nor managing it, or there is no such team. */
export async function standingIn(db: Db, user: string, team: string): Promise<Standing | null> {
  const row = await db
    .selectFrom('team')
    .leftJoin('team_member as you', (join) =>
      join.onRef('you.team_id', '=', 'team.id').on('you.user_id', '=', user),
    )
    .leftJoin('organization_member as there', (join) =>
      join
        .onRef('there.organization_id', '=', 'team.organization_id')
        .on('there.user_id', '=', user)
        .on('there.role', 'in', ['owner', 'admin']),
    )
    .select(['you.role', 'there.user_id as manager'])
    .where('team.id', '=', team)
    .executeTakeFirst();
  if (!row || (row.role === null && row.manager === null)) return null;
  return { role: row.role, manages: row.role === 'lead' || row.manager !== null };
}

/** Whether it is a public team of an organization that somebody is in: they may know its name and join it. */
export async function mayJoinAtOnce(db: Db, user: string, team: string): Promise<boolean> {
  const row = await db
    .selectFrom('team')
    .innerJoin('team_state', 'team_state.team_id', 'team.id')
    .innerJoin('organization_member as there', 'there.organization_id', 'team.organization_id')
    .select('team.id')
    .where('team.id', '=', team)
    .where('team_state.is_public', '=', true)
    .where('there.user_id', '=', user)
    .executeTakeFirst();
  return row !== undefined;
}

export const managesTeam = async (db: Db, user: string, team: string): Promise<boolean> =>
  (await standingIn(db, user, team))?.manages ?? false;

/**
 * Lets leads pass, and owners and admins of the organization, in the team or not: for how a team is
 * set up and who is in it, not for what it wrote: that they get with an export alone, which the audit log
 * names. Other members get `not-allowed`, all others `not-found`.
 */
export async function needLead(db: Db, user: string, team: string): Promise<void> {
  const standing = await standingIn(db, user, team);
  if (!standing) throw problem('not-found');
  if (!standing.manages) throw problem('not-allowed');
}
