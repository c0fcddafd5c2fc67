import type { ServerPlan } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { anywhere, isBehindName, pageByName } from '../paging/by-name.ts';
import { FIRST_PLAN, isPlan } from './plans.ts';

interface Query {
  readonly find?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** All organizations with their plans, by name, for the owner of the server. */
export async function listServerPlans(
  db: Db,
  { find, after, limit }: Query,
): Promise<{ organizations: ServerPlan[]; next: string | null }> {
  const lowered = sql<string>`lower(organization.name)`;
  const columns = { lowered, id: sql.ref('organization.id') };
  let query = db
    .selectFrom('organization')
    .leftJoin('organization_plan as plan', 'plan.organization_id', 'organization.id')
    .select(['organization.id', 'organization.name', 'plan.plan', 'plan.set_by'])
    .select(lowered.as('sorted'))
    .select((e) =>
      e
        .selectFrom('team')
        .leftJoin('team_state', 'team_state.team_id', 'team.id')
        .select((count) => count.fn.countAll<string>().as('count'))
        .whereRef('team.organization_id', '=', 'organization.id')
        .where('team_state.archived_at', 'is', null)
        .as('teams'),
    )
    .where(isBehindName(after, columns))
    .orderBy(lowered)
    .orderBy('organization.id')
    .limit(limit + 1);
  if (find) query = query.where('organization.name', 'ilike', anywhere(find));
  const rows = await query.execute();
  const { page, next } = pageByName(rows, limit);
  return {
    organizations: page.map((row) => ({
      organization: { id: row.id, name: row.name },
      plan: row.plan !== null && isPlan(row.plan) ? row.plan : FIRST_PLAN,
      setBy: row.set_by,
      activeTeams: Number(row.teams),
    })),
    next,
  };
}
