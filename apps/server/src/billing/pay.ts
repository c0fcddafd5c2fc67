import type { App } from '../app.ts';
import { problem } from '../http/problem.ts';
import { needOrganization } from '../organizations/access.ts';
import type { PlanName } from '../plans/plans.ts';
import { customerOf } from './customer.ts';
import { countActiveMembers, seatsFor } from './seats.ts';
import { syncPlan } from './sync.ts';

export interface Payer {
  readonly id: string;
  readonly email: string;
}

export interface Wanted {
  readonly organization: string;
  /** Where Rondo is, as the payer sees it. */
  readonly origin: string;
}

const backTo = ({ organization, origin }: Wanted, what = ''): string =>
  `${origin}/organizations/${organization}${what}#plan`;

/**
 * Begins to pay for a plan. Throws `not-allowed` for who does not look after payment, `conflict` where
 * the plan cannot be bought: it is paid for already, is not for sale, or the server's owner has set one.
 * @returns the page on which it is paid for
 */
export async function beginToPay(
  app: App,
  payer: Payer,
  wanted: Wanted & { readonly plan: PlanName },
): Promise<string> {
  const { billing, db, dbForAll } = app;
  const { organization, plan } = wanted;
  await needOrganization(db, payer.id, organization, 'pay');
  if (!billing?.plans.includes(plan)) throw problem('conflict');
  const set = await db
    .selectFrom('organization_plan')
    .select('set_by')
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  if (set?.set_by === 'server') throw problem('conflict');
  // Accounts of the payment service are for nobody to read; that this person may pay has been looked at.
  const customer = await customerOf(dbForAll, billing, { organization, email: payer.email });
  // Paid for in another tab a moment ago: nobody shall pay twice because a message is on its way.
  const now = await dbForAll
    .transaction()
    .execute((tx) => syncPlan(tx, billing, app, { organization, customer }));
  if (now && now.status !== 'ended') throw problem('conflict');
  const seats = seatsFor(await countActiveMembers(dbForAll, organization));
  return billing.checkout({
    customer,
    organization,
    plan,
    seats,
    done: backTo(wanted, '?paid=yes'),
    back: backTo(wanted),
  });
}

/** As `beginToPay`, for who pays already: the page on which that is changed or ended. */
export async function openPortal(app: App, payer: Payer, wanted: Wanted): Promise<string> {
  const { billing, db } = app;
  await needOrganization(db, payer.id, wanted.organization, 'pay');
  const account = await db
    .selectFrom('billing_account')
    .select('customer')
    .where('organization_id', '=', wanted.organization)
    .executeTakeFirst();
  if (!billing || !account) throw problem('conflict');
  return billing.portal(account.customer, backTo(wanted));
}
