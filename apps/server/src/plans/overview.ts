import type { OrganizationPlan } from '@rondo/contract';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Billing } from '../billing/port.ts';
import { countActiveMembers } from '../billing/seats.ts';
import type { Db } from '../database/database.ts';
import { needOrganization } from '../organizations/access.ts';
import { limitsOf, planOf } from './current.ts';
import { PLANS, type PlanName } from './plans.ts';
import { countActiveTeams } from './room.ts';

type Ports = Pick<App, 'db' | 'dbForAll' | 'settings' | 'billing' | 'log'>;

/** What an organization may have and what is used, for any of its members. */
export async function readPlan(
  { db, dbForAll, settings, billing, log }: Ports,
  user: string,
  organization: string,
): Promise<OrganizationPlan> {
  const role = await needOrganization(db, user, organization, 'read');
  const row = await db
    .selectFrom('organization')
    .leftJoin('organization_plan', 'organization_plan.organization_id', 'organization.id')
    .select(['organization.id', 'organization.name', 'organization_plan.set_by'])
    .where('organization.id', '=', organization)
    .executeTakeFirstOrThrow();
  return {
    organization: { id: row.id, name: row.name },
    role,
    limited: settings.plans === 'on',
    plan: await planOf(db, organization),
    setBy: row.set_by,
    limits: await limitsOf(db, settings, organization),
    used: {
      activeTeams: await countActiveTeams(db, organization),
      // A number only; who it is stays behind it.
      activeMembers: await countActiveMembers(dbForAll, organization),
    },
    notice: await noticeOf(db, organization),
    offers: await Promise.all(
      Object.entries(PLANS).map(async ([name, { limits }]) => {
        // The keys of the list.
        const plan = name as PlanName;
        const isForSale = billing?.plans.includes(plan) ?? false;
        const price = billing && isForSale ? await priceOf(billing, plan, log) : null;
        return { plan, limits, isForSale, price };
      }),
    ),
    subscription: await subscriptionOf(db, organization),
  };
}

/** The page does without prices while the payment service does not answer. */
async function priceOf(
  billing: Billing,
  plan: Billing['plans'][number],
  log: App['log'],
): ReturnType<Billing['price']> {
  try {
    return await billing.price(plan);
  } catch (error) {
    log.warn({ err: error, plan }, 'could not ask for a price');
    return null;
  }
}

async function noticeOf(db: Db, organization: string): Promise<OrganizationPlan['notice']> {
  const {
    teams,
    from,
    is_over: isOver,
  } = await db
    .selectFrom('team')
    .innerJoin('team_state', 'team_state.team_id', 'team.id')
    .select((e) => e.fn.countAll<string>().as('teams'))
    .select(sql<Date | null>`min(team_state.read_only_from)`.as('from'))
    .select(sql<boolean | null>`min(team_state.read_only_from) <= now()`.as('is_over'))
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is', null)
    .where('team_state.read_only_from', 'is not', null)
    .executeTakeFirstOrThrow();
  return from && { teams: Number(teams), from: from.toISOString(), isOver: isOver ?? false };
}

type ShownSubscription = OrganizationPlan['subscription'];

async function subscriptionOf(db: Db, organization: string): Promise<ShownSubscription> {
  const row = await db
    .selectFrom('billing_account')
    .select(['status', 'seats', 'paid_until', 'ends'])
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  if (!row || row.status === null) return null;
  return {
    status: row.status,
    seats: row.seats,
    paidUntil: row.paid_until?.toISOString() ?? null,
    ends: row.ends,
  };
}
