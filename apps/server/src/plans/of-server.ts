import type { ServerPlan } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { anywhere, readNameCursor, writeNameCursor } from '../paging/name-cursor.ts';
import { pageOf } from '../paging/page.ts';
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
  const cursor = after === undefined ? null : readNameCursor(after);
  const lowered = sql<string>`lower(organization.name)`;
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
    .orderBy(lowered)
    .orderBy('organization.id')
    .limit(limit + 1);
  if (find) query = query.where('organization.name', 'ilike', anywhere(find));
  if (cursor) {
    query = query.where(
      sql<boolean>`(lower(organization.name), organization.id) > (${cursor.name}, ${cursor.id}::uuid)`,
    );
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, ({ sorted, id }) =>
    writeNameCursor({ name: sorted, id }),
  );
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
