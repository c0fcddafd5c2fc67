import type { Db } from '../database/database.ts';
import type { Ports } from '../plans/settle.ts';
import { tellOfFailedPayment } from './failed-payment.ts';
import type { Billing, Message } from './port.ts';
import { syncPlan } from './sync.ts';

/**
 * Handles a message of the payment service, once: that it was is kept in the transaction of its effect.
 * Messages may come twice, late and in any order; they only say where to look. When this throws, the
 * service sends the message again.
 */
export async function handleMessage(
  db: Db,
  billing: Billing,
  ports: Ports,
  { id, customer, isFailedPayment }: Message,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows: isNew } = await tx
      .insertInto('billing_event')
      .values({ id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!isNew || customer === null) return;
    const account = await tx
      .selectFrom('billing_account')
      .select('organization_id')
      .where('customer', '=', customer)
      .executeTakeFirst();
    // Somebody who buys something else from the same account.
    if (!account) return;
    const organization = account.organization_id;
    const now = await syncPlan(tx, billing, ports, { organization, customer });
    // One that has gone through since is not worth anybody's worry.
    if (isFailedPayment && now?.status === 'failing') {
      await tellOfFailedPayment(tx, ports.post, organization, id);
    }
  });
}
