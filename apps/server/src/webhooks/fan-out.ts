import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import { newToken } from '../secret-token.ts';
import { payloadOf, type EventRow, type Payload } from './payload.ts';

interface Ports {
  readonly db: Db;
  readonly link: (path: string) => string | null;
}

/** Events at one look, in one transaction. */
const AT_ONCE = 100;

/** Makes a delivery for each webhook that wants to hear of what has happened; each event once, whoever does it. */
export async function fanOut({ db, link }: Ports): Promise<void> {
  for (;;) {
    const count = await db.transaction().execute(async (tx) => {
      const events = await takeEvents(tx);
      for (const event of events) {
        const payload = await payloadOf(tx, event, link);
        if (payload) await addDeliveries(tx, event, payload);
      }
      return events.length;
    });
    if (count < AT_ONCE) return;
  }
}

const takeEvents = (tx: Db): Promise<EventRow[]> =>
  tx
    .deleteFrom('webhook_event')
    .where('id', 'in', (select) =>
      select
        .selectFrom('webhook_event')
        .select('id')
        .orderBy('id')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['kind', 'team_id', 'about', 'at'])
    .execute();

async function addDeliveries(tx: Db, event: EventRow, payload: Payload): Promise<void> {
  const hooks = await tx
    .selectFrom('webhook')
    .select(['id', 'events'])
    .where('is_on', '=', true)
    .where((where) =>
      where.or([
        where('team_id', '=', event.team_id),
        where('organization_id', '=', payload.data.organization?.id ?? null),
      ]),
    )
    .execute();
  const wanting = hooks.filter(({ events }) => events.includes(event.kind));
  if (wanting.length === 0) return;
  await tx
    .insertInto('webhook_delivery')
    .values(
      wanting.map(({ id }) => ({
        id: randomUUIDv7(),
        webhook_id: id,
        message: `msg_${newToken()}`,
        event: event.kind,
        payload: JSON.stringify(payload),
      })),
    )
    .execute();
}
