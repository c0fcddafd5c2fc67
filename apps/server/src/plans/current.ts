import type { Db } from '../database/database.ts';
import type { Settings } from '../settings/list.ts';
import { FIRST_PLAN, isPlan, NO_LIMITS, PLANS, type Limits, type PlanName } from './plans.ts';

/** The plan of an organization. One that this release does not know counts as the first: it may be gone. */
export async function planOf(db: Db, organization: string): Promise<PlanName> {
  const row = await db
    .selectFrom('organization_plan')
    .select('plan')
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  return row && isPlan(row.plan) ? row.plan : FIRST_PLAN;
}

/** What an organization may have; without limits where the server has no plans. */
export async function limitsOf(
  db: Db,
  { plans }: Pick<Settings, 'plans'>,
  organization: string,
): Promise<Limits> {
  return plans === 'off' ? NO_LIMITS : PLANS[await planOf(db, organization)].limits;
}
