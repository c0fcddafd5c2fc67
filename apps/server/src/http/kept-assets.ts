import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { ASSETS, type WebAppFile } from './web-app-file.ts';

/** Files of the web app's other releases, which this server or another one has kept in the database. */
export interface KeptAssets {
  /** The file of this path, if a release of the last seven days had one; rejects without a database. */
  readonly find: (path: string) => Promise<WebAppFile | undefined>;
}

/** More than this is no web app of ours, bytes: it would only fill the database. */
const LARGEST_BUILD = 64 * 2 ** 20;
/** How much one statement carries, bytes. */
const PORTION = 2 ** 20;
/** How often a running release says what is its own, ms. */
const EVERY_MS = 6 * 60 * 60 * 1000;

/**
 * Puts the assets of this release where all servers find them, and says again every six hours that
 * they are in use. To be awaited before this server gives its page to anybody.
 * @returns how to stop
 */
export async function keepAssets(
  db: Db,
  build: ReadonlyMap<string, WebAppFile>,
  log: Logger,
): Promise<() => void> {
  // In one order, so that two servers that start together never wait for each other.
  const assets = [...build.values()]
    .filter(({ path }) => path.startsWith(ASSETS))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const size = assets.reduce((sum, asset) => sum + sizeOf(asset), 0);
  if (size > LARGEST_BUILD) {
    log.warn({ size, largest: LARGEST_BUILD }, 'the web app is too large to be kept for others');
    return () => undefined;
  }
  await list(db, assets);
  const timer = setInterval(() => {
    list(db, assets).catch((error: unknown) =>
      log.warn({ err: error }, 'could not say which files of the web app are in use'),
    );
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}

async function list(db: Db, assets: readonly WebAppFile[]): Promise<void> {
  if (assets.length === 0) return;
  const now = sql<Date>`now()`;
  const paths = assets.map(({ path }) => path);
  const known = await db
    .updateTable('web_asset')
    .set({ listed_at: now })
    // Locked in one order too.
    .where('path', 'in', (from) =>
      from
        .selectFrom('web_asset')
        .select('path')
        .where('path', 'in', paths)
        .orderBy('path')
        .forUpdate(),
    )
    .returning('path')
    .execute();
  const there = new Set(known.map(({ path }) => path));
  for (const portion of portions(assets.filter(({ path }) => !there.has(path)))) {
    await db
      .insertInto('web_asset')
      .values(portion.map(({ path, type, bodies }) => ({ path, type, ...bodies })))
      .onConflict((conflict) => conflict.column('path').doUpdateSet({ listed_at: now }))
      .execute();
  }
}

function portions(assets: readonly WebAppFile[]): WebAppFile[][] {
  const all: WebAppFile[][] = [];
  let size = Infinity;
  for (const asset of assets) {
    const more = sizeOf(asset);
    if (size + more > PORTION) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(asset);
    size += more;
  }
  return all;
}

const sizeOf = ({ bodies }: WebAppFile): number =>
  bodies.identity.length + (bodies.br?.length ?? 0) + (bodies.gzip?.length ?? 0);

/** How long after reading the names of what is kept they are read again at the earliest, ms. */
const NAMES_MS = 1_000;
/** How many requests may wait for the names to be read again; more are junk. */
const MOST_WAITING = 1_000;
/** How much of other releases is held in memory, bytes: some ten of them. */
const MOST_HELD = 16 * 2 ** 20;

/**
 * Looks for assets of other releases. Made-up names cost the database one short query a second at
 * most, however many are asked for: the names of what is kept are known here, and only when one is
 * missing are they read again.
 */
export function findKeptAssets(db: Db): KeptAssets {
  let names: ReadonlySet<string> = new Set();
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;
  let waiting = 0;
  const held = new Map<string, Promise<WebAppFile | undefined>>();
  const sizes = new Map<string, number>();
  let size = 0;

  async function readNames(): Promise<void> {
    const pause = Math.max(0, readAt + NAMES_MS - performance.now());
    await new Promise((resolve) => setTimeout(resolve, pause));
    // From here on a request that comes has to wait for the next reading: this one may miss its file.
    reading = null;
    readAt = performance.now();
    const rows = await db.selectFrom('web_asset').select('path').execute();
    names = new Set(rows.map(({ path }) => path));
  }

  async function isKept(path: string): Promise<boolean> {
    if (names.has(path)) return true;
    if (waiting >= MOST_WAITING) return false;
    waiting++;
    try {
      await (reading ??= readNames());
    } finally {
      waiting--;
    }
    return names.has(path);
  }

  async function read(path: string): Promise<WebAppFile | undefined> {
    const row = await db
      .selectFrom('web_asset')
      .select(['type', 'br', 'gzip', 'identity'])
      .where('path', '=', path)
      .executeTakeFirst();
    if (!row) return undefined;
    const { type, ...bodies } = row;
    const asset: WebAppFile = { path, type, bodies };
    hold(path, sizeOf(asset));
    return asset;
  }

  function hold(path: string, more: number): void {
    sizes.set(path, more);
    size += more;
    for (const [oldest, less] of sizes) {
      if (size <= MOST_HELD) break;
      sizes.delete(oldest);
      held.delete(oldest);
      size -= less;
    }
  }

  return {
    find: async (path) => {
      const known = held.get(path);
      if (known) return known;
      if (!(await isKept(path))) return undefined;
      // Hundreds of people may ask for the same file within a moment: it is read once.
      const found = held.get(path) ?? read(path);
      held.set(path, found);
      const forget = (): boolean => held.delete(path);
      found.then((asset) => asset ?? forget(), forget);
      return found;
    },
  };
}
