import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pageOf, type PagePattern } from '@rondo/contract';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { writeRegularly } from './pending.ts';
import { dayOf } from './weeks.ts';

/** Counts how often pages are looked at, and by how many visitors a day. */
export interface Visits {
  /** Somebody looks at a page. Who asks not to be counted is not, and neither are programs. */
  readonly seen: (request: IncomingMessage, address: string, page: PagePattern) => void;
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Visitors that wait for being written; more are views without a visitor. */
const MOST_WAITING = 20_000;

export function countVisits(db: Db, now: () => number, log: Logger): Visits {
  /** By day and page. */
  let views = new Map<string, number>();
  /** By day and what tells visitors apart, in memory for seconds and written nowhere as it is. */
  let visitors = new Set<string>();

  const { flush, stop } = writeRegularly(async () => {
    if (views.size === 0) return;
    const waiting = { views, visitors };
    [views, visitors] = [new Map(), new Set()];
    try {
      await write(db, waiting.views, waiting.visitors);
    } catch (error) {
      for (const [key, count] of waiting.views) views.set(key, (views.get(key) ?? 0) + count);
      for (const each of waiting.visitors) if (visitors.size < MOST_WAITING) visitors.add(each);
      throw error;
    }
  }, log);

  return {
    seen: (request, address, page) => {
      if (!mayBeCounted(request)) return;
      const day = dayOf(now());
      const key = `${day} ${page}`;
      views.set(key, (views.get(key) ?? 0) + 1);
      const { host = '', 'user-agent': agent = '' } = request.headers;
      if (visitors.size < MOST_WAITING) visitors.add(`${day} ${host}\n${address}\n${agent}`);
    },
    flush,
    stop,
  };
}

/** Programs that say so. What pretends to be a browser is counted as one. */
const PROGRAM =
  /bot|crawl|spider|slurp|headless|preview|monitor|uptime|lighthouse|curl|wget|python|java\/|go-http|node|axios|http-?client|scrap|facebookexternalhit|whatsapp|archiver/i;

/** Somebody with a browser who does not object (Do Not Track, Global Privacy Control). */
export function mayBeCounted({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers['dnt'] === '1' || headers['sec-gpc'] === '1') return false;
  // Fetched ahead, and perhaps never looked at.
  const purpose = headers['sec-purpose'] ?? headers['purpose'] ?? '';
  if (String(purpose).includes('prefetch')) return false;
  const agent = headers['user-agent'] ?? '';
  return agent !== '' && !PROGRAM.test(agent);
}

/** A page of the web app that somebody has asked for by its address; null: anything else, such as a file. */
export function pageAskedFor(
  { method, headers }: IncomingMessage,
  path: string,
): PagePattern | null {
  if (method !== 'GET' || !headers.accept?.includes('text/html')) return null;
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined && destination !== 'document') return null;
  return pageOf(path);
}

async function write(
  db: Db,
  views: ReadonlyMap<string, number>,
  visitors: ReadonlySet<string>,
): Promise<void> {
  const split = (key: string) => [key.slice(0, 10), key.slice(11)] as const;
  const seen = [...views].map(([key, count]) => [...split(key), count] as const);
  const salts = await saltsOf(db, [...new Set(seen.map(([day]) => day))]);
  const hashes = [...visitors].map((key) => {
    const [day, visitor] = split(key);
    const salt = salts.get(day) ?? Buffer.alloc(0);
    return { day, hash: createHash('sha256').update(salt).update(visitor).digest() };
  });
  await sql`
    with viewed as (
      insert into page_view (day, page, views)
      select * from unnest(
        ${seen.map(([day]) => day)}::date[],
        ${seen.map(([, page]) => page)}::text[],
        ${seen.map(([, , count]) => count)}::integer[]
      ) as given (day, page, views) order by day, page
      on conflict (day, page) do update set views = page_view.views + excluded.views
    ), came as (
      insert into fleeting.visitor (day, hash)
      select * from unnest(
        ${hashes.map(({ day }) => day)}::date[],
        ${hashes.map(({ hash }) => hash)}::bytea[]
      ) as given (day, hash) order by day, hash
      on conflict do nothing
      returning day
    )
    insert into visitor_count (day, visitors) select day, count(*) from came group by day order by day
    on conflict (day) do update set visitors = visitor_count.visitors + excluded.visitors
  `.execute(db);
}

/** The same on all servers; made by whoever needs one first. */
async function saltsOf(db: Db, days: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  await db
    .insertInto('fleeting.visitor_salt')
    .values(days.map((day) => ({ day })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await db
    .selectFrom('fleeting.visitor_salt')
    .selectAll()
    .where('day', 'in', days)
    .execute();
  return new Map(rows.map(({ day, salt }) => [day, salt]));
}

/** So long after a day no server writes anything about it any more, ms. */
const LATE_MS = 12 * 3_600_000;

/** Deletes what tells visitors of past days apart: it is never older than 48 hours. @param now ms since 1970 */
export async function forgetVisitors(db: Db, now: number): Promise<void> {
  const day = dayOf(now - LATE_MS);
  await db.deleteFrom('fleeting.visitor').where('day', '<', day).execute();
  await db.deleteFrom('fleeting.visitor_salt').where('day', '<', day).execute();
}
