import type { Mail } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { UNKNOWN_ORIGIN } from '../mail/post.ts';
import { pageOf } from '../paging/page.ts';
import { isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';

/** Throws `not-found` for everybody but the server's owner: to them there is no outbox. */
export async function needOwner(db: Db, user: string): Promise<void> {
  const owner = await db
    .selectFrom('server_owner')
    .select('user_id')
    .where('user_id', '=', user)
    .executeTakeFirst();
  if (!owner) throw problem('not-found');
}

const select = (db: Db) =>
  db.selectFrom('mail').select(['id', 'recipient', 'subject', 'kind', 'state', 'error', 'at']);
type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const shown = ({ recipient, at, ...row }: Row): Mail => ({
  ...row,
  to: recipient,
  at: at.toISOString(),
});

/** The latest first. `before`: where the last page ended. */
export async function listMails(
  db: Db,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<{ mails: Mail[]; next: string | null }> {
  let query = select(db)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before !== undefined) {
    const columns = { at: sql.ref('at'), id: sql.ref('id') };
    query = query.where(isBehind(readTimeCursor(before), columns));
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, ({ at, id }) => writeTimeCursor(at, id));
  return { mails: page.map(shown), next };
}

/** One mail with its text; links in it lead to `origin` where the server does not know its own address. */
export async function readMail(
  db: Db,
  id: string,
  origin: string,
): Promise<Mail & { text: string; html: string }> {
  const row = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not-found');
  const at = (text: string): string => text.replaceAll(UNKNOWN_ORIGIN, origin);
  return { ...shown(row), text: at(row.text), html: at(row.html) };
}
