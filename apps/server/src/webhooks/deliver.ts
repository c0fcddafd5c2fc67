import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { notify } from '../notifications/notify.ts';
import type { Deliveries } from '../operations/metrics/deliveries.ts';
import { keepersOf, ownerOf } from './access.ts';
import { GIVE_UP_DAYS, nextPause } from './attempts.ts';
import { fanOut } from './fan-out.ts';
import { sendTo, type DeliveryRow, type HookRow, type Sending } from './hook.ts';
import type { Answered } from './outbound.ts';
import type { Payload } from './payload.ts';

export interface Ports extends Sending {
  readonly db: Db;
  /** Of a page of ours; null: our address is not known. */
  readonly link: (path: string) => string | null;
  readonly deliveries: Pick<Deliveries, 'webhook'>;
  readonly log: Logger;
}

/** At a time; more wait for these. */
const AT_ONCE = 10;
/** Whoever takes one has it for so long, s: a server that dies with it leaves it to another. */
const LEASE_SECONDS = 60;

/**
 * Sends what is due. Any number of servers may do this: each delivery is taken by one of them. At least
 * once, as everywhere between two machines: the receiver knows a repetition by its `webhook-id`.
 */
export async function deliverDue(ports: Ports): Promise<number> {
  await fanOut(ports);
  let sent = 0;
  for (;;) {
    const due = await take(ports.db);
    if (due.length === 0) return sent;
    await Promise.all(due.map((delivery) => attempt(ports, delivery)));
    sent += due.length;
  }
}

/** Takes some that are due, for `LEASE_SECONDS`. */
async function take(db: Db): Promise<DeliveryRow[]> {
  return db
    .updateTable('webhook_delivery')
    .set({
      tries: sql<number>`tries + 1`,
      next_try_at: sql<Date>`now() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where('id', 'in', (select) =>
      select
        .selectFrom('webhook_delivery')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', sql<Date>`now()`)
        .orderBy('next_try_at')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

async function attempt(ports: Ports, delivery: DeliveryRow): Promise<void> {
  const { db, deliveries, log } = ports;
  const hook = await db
    .selectFrom('webhook')
    .selectAll()
    .where('id', '=', delivery.webhook_id)
    .executeTakeFirst();
  // Removed with its deliveries meanwhile.
  if (!hook) return;
  if (!hook.is_on) return settle(db, delivery, 'failed', null, null);
  const at = new Date();
  // Made by `payloadOf`.
  const payload = delivery.payload as unknown as Payload;
  const answered = await sendTo(
    hook,
    delivery.message,
    payload,
    await languageOf(db, hook, payload),
    ports,
  );
  const { status, ms, error } = answered;
  const entry = { at: at.toISOString(), status, ms, error };
  log.debug({ webhook: hook.id, delivery: delivery.id, status, ms }, 'webhook');
  const pause = error === null ? null : nextPause(hook.form, delivery.tries, Math.random());
  const isOver = error === null || pause === null || status === 410;
  const state = error === null ? 'delivered' : isOver ? 'failed' : 'waiting';
  deliveries.webhook(error === null ? 'sent' : isOver ? 'failed' : 'again');
  await db.transaction().execute(async (tx) => {
    await settle(tx, delivery, state, pause, entry);
    await noteHealth(tx, hook, answered);
  });
}

/** @param pause until the next attempt, ms */
async function settle(
  db: Db,
  { id }: DeliveryRow,
  state: DeliveryRow['state'],
  pause: number | null,
  entry: DeliveryRow['attempts'][number] | null,
): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({
      state,
      ...(pause !== null && {
        next_try_at: sql<Date>`now() + make_interval(secs => ${pause / 1_000})`,
      }),
      ...(entry && { attempts: sql<string>`attempts || ${JSON.stringify([entry])}::jsonb` }),
    })
    .where('id', '=', id)
    .execute();
}

/** A receiver that is gone says so (410); one that has not taken anything for days is given up, too. */
async function noteHealth(tx: Db, hook: HookRow, { status, error }: Answered): Promise<void> {
  const change = tx.updateTable('webhook').where('id', '=', hook.id);
  if (error === null) {
    await change.set({ failing_since: null }).where('failing_since', 'is not', null).execute();
    return;
  }
  await change
    .set({ failing_since: sql<Date>`now()` })
    .where('failing_since', 'is', null)
    .execute();
  const given = await tx
    .updateTable('webhook')
    .set({ is_on: false, gave_up_at: sql<Date>`now()` })
    .where('id', '=', hook.id)
    .where('is_on', '=', true)
    .where((where) =>
      status === 410
        ? where.lit(true)
        : where('failing_since', '<', sql<Date>`now() - make_interval(days => ${GIVE_UP_DAYS})`),
    )
    .executeTakeFirst();
  if (given.numUpdatedRows === 0n) return;
  const to = await keepersOf(tx, ownerOf(hook));
  const about = { webhook: hook.id, organization: hook.organization_id ?? '' };
  const once = `${hook.id} ${randomUUIDv7()}`;
  await notify(tx, { kind: 'webhook-off', to, team: hook.team_id, about, once });
}

/** Of the team that it is about. */
export async function languageOf(db: Db, hook: HookRow, { data }: Payload): Promise<'en' | 'de'> {
  const team = hook.team_id ?? data.team?.id;
  if (team === undefined) return 'en';
  const row = await db
    .selectFrom('team')
    .select('language')
    .where('id', '=', team)
    .executeTakeFirst();
  return row?.language ?? 'en';
}
