import type { App } from '../app.ts';
import { syncPlan } from '../billing/sync.ts';
import { problem } from '../http/problem.ts';
import { FIRST_PLAN, type PlanName } from './plans.ts';
import { freePlan, setPlan } from './set.ts';

/**
 * The server's owner gives an organization a plan, whatever it pays; null: what it pays for, which is
 * nothing where nothing can be paid. They need not be in it. Throws `not-found`.
 */
export async function setByHand(
  { dbForAll, billing, settings, post }: Pick<App, 'dbForAll' | 'billing' | 'settings' | 'post'>,
  owner: string,
  { organization, plan }: { organization: string; plan: PlanName | null },
): Promise<void> {
  const ports = { settings, post };
  await dbForAll.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('organization')
      .leftJoin('billing_account', 'billing_account.organization_id', 'organization.id')
      .select('billing_account.customer')
      .where('organization.id', '=', organization)
      .executeTakeFirst();
    if (!found) throw problem('not-found');
    if (plan !== null) {
      return setPlan(tx, ports, { organization, plan, by: 'server', actor: owner });
    }
    await freePlan(tx, organization);
    if (billing && found.customer !== null) {
      const { customer } = found;
      await syncPlan(tx, billing, ports, { organization, customer });
      return;
    }
    await setPlan(tx, ports, { organization, plan: FIRST_PLAN, by: 'billing', actor: owner });
  });
}
