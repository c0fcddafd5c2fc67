import type { CountedTeam } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { needOrganization } from '../organizations/access.ts';
import { anywhere, isBehindName, pageByName } from '../paging/by-name.ts';
import { limitsOf } from './current.ts';
import { lockPlan } from './room.ts';
import { lastActive, settleTeams, type Ports } from './settle.ts';

interface Query {
  readonly organization: string;
  readonly find?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The teams that count for the plan, by name, and which of them stay open. */
export async function listCountedTeams(
  db: Db,
  user: string,
  { organization, find, after, limit }: Query,
): Promise<{ teams: CountedTeam[]; next: string | null }> {
  await needOrganization(db, user, organization, 'read');
  const lowered = sql<string>`lower(team.name)`;
  const columns = { lowered, id: sql.ref('team.id') };
  let query = db
    .selectFrom('team')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .leftJoin('team_kept', 'team_kept.team_id', 'team.id')
    .select(['team.id', 'team.name', 'team_state.read_only_from', 'team_kept.team_id as kept'])
    .select([lowered.as('sorted'), lastActive.as('last_active')])
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is', null)
    .where(isBehindName(after, columns))
    .orderBy(lowered)
    .orderBy('team.id')
    .limit(limit + 1);
  if (find) query = query.where('team.name', 'ilike', anywhere(find));
  const rows = await query.execute();
  const { page, next } = pageByName(rows, limit);
  return {
    teams: page.map((row) => ({
      id: row.id,
      name: row.name,
      lastActiveAt: row.last_active.toISOString(),
      readOnlyFrom: row.read_only_from?.toISOString() ?? null,
      kept: row.kept !== null,
    })),
    next,
  };
}

/**
 * An owner chooses which teams stay open; the others take their place in the notice period. Throws
 * `plan-limit` for more teams than may be open, `not-found` for one that does not count here.
 */
export async function keepTeams(
  db: Db,
  ports: Ports,
  user: string,
  { organization, teams }: { organization: string; teams: readonly string[] },
): Promise<void> {
  await needOrganization(db, user, organization, 'own');
  const chosen = [...new Set(teams)];
  await db.transaction().execute(async (tx) => {
    await lockPlan(tx, organization);
    const { activeTeams } = await limitsOf(tx, ports.settings, organization);
    if (activeTeams !== null && chosen.length > activeTeams) throw problem('plan-limit');
    const counted = await tx
      .selectFrom('team')
      .leftJoin('team_state', 'team_state.team_id', 'team.id')
      .leftJoin('team_kept', 'team_kept.team_id', 'team.id')
      .select(['team.id', 'team_kept.team_id as kept'])
      .where('team.organization_id', '=', organization)
      .where('team_state.archived_at', 'is', null)
      .execute();
    const known = new Set(counted.map(({ id }) => id));
    if (chosen.some((team) => !known.has(team))) throw problem('not-found');
    const before = counted.filter(({ kept }) => kept !== null).map(({ id }) => id);
    if (before.length > 0) {
      await tx.deleteFrom('team_kept').where('team_id', 'in', before).execute();
    }
    if (chosen.length > 0) {
      await tx
        .insertInto('team_kept')
        .values(chosen.map((team) => ({ team_id: team })))
        .execute();
    }
    await settleTeams(tx, ports, organization);
  });
}
