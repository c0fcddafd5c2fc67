import type { Db } from '../database/database.ts';
import { record } from '../operations/audit/record.ts';
import { planOf } from './current.ts';
import type { PlanName } from './plans.ts';
import { lockPlan } from './room.ts';
import { settleTeams, type Ports } from './settle.ts';

interface Change {
  readonly organization: string;
  readonly plan: PlanName;
  readonly by: 'server' | 'billing';
  /** The account that did it; null: the payment service. */
  readonly actor: string | null;
}

/**
 * Gives an organization a plan, and its teams what follows from it. What the server's owner has set is
 * not changed by payment.
 */
export async function setPlan(tx: Db, ports: Ports, change: Change): Promise<void> {
  const { organization, plan, by, actor } = change;
  await lockPlan(tx, organization);
  if (by === 'billing' && (await isSetByServer(tx, organization))) return;
  const before = await planOf(tx, organization);
  await tx
    .insertInto('organization_plan')
    .values({ organization_id: organization, plan, set_by: by, changed_at: new Date() })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet({ plan, set_by: by, changed_at: new Date() }),
    )
    .execute();
  if (before !== plan) {
    await record(tx, { act: 'plan-changed', actor, about: { organization, plan, by } });
  }
  await settleTeams(tx, ports, organization);
}

/** Takes back what the server's owner has set; what is paid for holds again. */
export async function freePlan(tx: Db, organization: string): Promise<void> {
  await tx
    .updateTable('organization_plan')
    .set({ set_by: 'billing' })
    .where('organization_id', '=', organization)
    .execute();
}

async function isSetByServer(tx: Db, organization: string): Promise<boolean> {
  const row = await tx
    .selectFrom('organization_plan')
    .select('set_by')
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  return row?.set_by === 'server';
}
