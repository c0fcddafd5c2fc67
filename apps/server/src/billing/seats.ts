import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import type { Ports } from '../plans/settle.ts';
import type { Billing } from './port.ts';
import { syncPlan } from './sync.ts';

/** Somebody who does nothing here for so many days is not paid for. */
export const SEAT_DAYS = 28;

/**
 * How many members of an organization did something on purpose there within the last days: took part in a
 * meeting, worked on a task, led a team. Having a page open is nothing. Guests are no members.
 * @param db sees every row: on which days somebody was active is nobody's to read
 */
export async function countActiveMembers(db: Db, organization: string): Promise<number> {
  const { count } = await db
    .selectFrom('organization_member as member')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('member.organization_id', '=', organization)
    // Day by day, as the index begins with the day and other organizations have rows there too.
    .where(
      sql<boolean>`member.user_id in (
        select active_day.user_id
        from generate_series(0, ${SEAT_DAYS - 1}::int) ago
        join active_day on active_day.day = (now() at time zone 'UTC')::date - ago
          and active_day.scope = ${organization}::uuid)`,
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What is paid for: at least one, as nobody can buy nothing. */
export const seatsFor = (activeMembers: number): number => Math.max(1, activeMembers);

interface Job {
  readonly db: Db;
  readonly billing: Billing;
  readonly log: Logger;
}

/**
 * Every day: tells the payment service for how many people each organization pays, and looks there how
 * things stand, which makes up for any message that was lost.
 */
export async function tendSeats({ db, billing, log }: Job, ports: Ports): Promise<void> {
  const accounts = await db
    .selectFrom('billing_account')
    .select(['organization_id as organization', 'customer'])
    .where((e) => e.or([e('status', 'is', null), e('status', '!=', 'ended')]))
    .orderBy('organization_id')
    .execute();
  let failed = 0;
  for (const { organization, customer } of accounts) {
    try {
      const now = await db
        .transaction()
        .execute((tx) => syncPlan(tx, billing, ports, { organization, customer }));
      if (!now || now.status === 'ended' || now.ends) continue;
      const seats = seatsFor(await countActiveMembers(db, organization));
      if (seats !== now.seats) await billing.setSeats(now.id, seats);
      await db
        .updateTable('billing_account')
        .set({ seats })
        .where('organization_id', '=', organization)
        .where('subscription', '=', now.id)
        .execute();
    } catch (error) {
      // One organization must not keep the others waiting.
      log.warn({ err: error, organization }, 'could not say how many seats are in use');
      failed++;
    }
  }
  if (failed > 0 && failed === accounts.length) {
    throw new Error(`the payment service was reached for none of ${failed} organizations`);
  }
}
