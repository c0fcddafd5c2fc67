import type { Db } from '../database/database.ts';
import { FIRST_PLAN, type PlanName } from '../plans/plans.ts';
import { lockPlan } from '../plans/room.ts';
import { setPlan } from '../plans/set.ts';
import type { Ports } from '../plans/settle.ts';
import type { Billing, Subscription } from './port.ts';

/**
 * Makes the plan of an organization what the payment service says now. It is asked behind the lock: of
 * several at once the last one to write is also the last one that asked, so that the newest state stays,
 * in whatever order messages came.
 */
export async function syncPlan(
  tx: Db,
  billing: Billing,
  ports: Ports,
  { organization, customer }: { organization: string; customer: string },
): Promise<Subscription | null> {
  await lockPlan(tx, organization);
  const now = await billing.subscription(customer);
  await tx
    .updateTable('billing_account')
    .set({
      subscription: now?.id ?? null,
      status: now?.status ?? null,
      seats: now?.seats ?? null,
      paid_until: now?.paidUntil ?? null,
      ends: now?.ends ?? false,
    })
    .where('organization_id', '=', organization)
    .execute();
  await setPlan(tx, ports, { organization, plan: paidPlan(now), by: 'billing', actor: null });
  return now;
}

/** What is in force by payment; a payment that is tried again has not failed yet. */
function paidPlan(subscription: Subscription | null): PlanName {
  if (!subscription || subscription.status === 'ended') return FIRST_PLAN;
  return subscription.plan ?? FIRST_PLAN;
}
