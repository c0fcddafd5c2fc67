import { sql, type RawBuilder } from 'kysely';
import type { Settings } from '../settings/list.ts';
import { FIRST_PLAN, PLANS, type Limits } from './plans.ts';

/**
 * Whether an organization has more active teams than its plan allows, for a `group by
 * team.organization_id` over `team` with `team_state` and `organization_plan` joined.
 */
export function isOverLimit({ plans }: Pick<Settings, 'plans'>): RawBuilder<boolean> {
  if (plans === 'off') return sql<boolean>`false`;
  const limited: [name: string, limits: Limits][] = Object.entries(PLANS).map(
    ([name, { limits }]) => [name, limits],
  );
  const cases = limited.map(
    ([name, { activeTeams }]) => sql`when ${name} then ${activeTeams}::int`,
  );
  return sql<boolean>`count(*) filter (where team_state.archived_at is null)
    > case coalesce(min(organization_plan.plan), ${FIRST_PLAN})
        ${sql.join(cases, sql` `)} else ${PLANS[FIRST_PLAN].limits.activeTeams}::int end`;
}
