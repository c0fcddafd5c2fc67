import type { Db } from '../database/database.ts';
import { lockPlan } from '../plans/room.ts';
import type { Billing } from './port.ts';

/**
 * The organization's id at the payment service, where it is made known before its first payment. Of two
 * requests at the same moment one makes it known, the other waits.
 * @param db sees every row: what the payment service knows is changed by nobody's own requests
 */
export async function customerOf(
  db: Db,
  billing: Billing,
  { organization, email }: { organization: string; email: string },
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await lockPlan(tx, organization);
    const known = await tx
      .selectFrom('billing_account')
      .select('customer')
      .where('organization_id', '=', organization)
      .executeTakeFirst();
    if (known) return known.customer;
    const { name } = await tx
      .selectFrom('organization')
      .select('name')
      .where('id', '=', organization)
      .executeTakeFirstOrThrow();
    const customer = await billing.customer({ organization, name, email });
    await tx
      .insertInto('billing_account')
      .values({
        organization_id: organization,
        customer,
        subscription: null,
        status: null,
        seats: null,
        paid_until: null,
      })
      .execute();
    return customer;
  });
}
