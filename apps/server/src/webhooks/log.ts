import type { Delivery } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tellOnCommit, WEBHOOKS } from '../notifications/news/channel.ts';
import { pageOf } from '../paging/page.ts';
import { isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';
import { needHook } from './access.ts';
import { shownDelivery } from './hook.ts';

/** What was sent, the latest first. `before`: where the last page ended. */
export async function listDeliveries(
  db: Db,
  user: string,
  { webhook, before, limit }: { webhook: string; before?: string | undefined; limit: number },
): Promise<{ deliveries: Delivery[]; next: string | null }> {
  await needHook(db, user, webhook);
  let query = db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before !== undefined) {
    const columns = { at: sql.ref('at'), id: sql.ref('id') };
    query = query.where(isBehind(readTimeCursor(before), columns));
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, ({ at, id }) => writeTimeCursor(at, id));
  return {
    deliveries: page.map(shownDelivery),
    next,
  };
}

/** Sends one again at once, with as many attempts as a new one has. */
export async function sendAgain(
  db: Db,
  user: string,
  webhook: string,
  delivery: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await needHook(tx, user, webhook);
    const { numUpdatedRows } = await tx
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', tries: 0, next_try_at: sql<Date>`now()` })
      .where('id', '=', delivery)
      .where('webhook_id', '=', webhook)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw problem('not-found');
    await tellOnCommit(tx, [WEBHOOKS]);
  });
}
