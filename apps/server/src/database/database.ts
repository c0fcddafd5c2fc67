import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import { CannotStart } from '../cannot-start.ts';
import type { Settings } from '../settings/list.ts';
import { singleClient } from './client.ts';
import { startEmbedded, type Embedded } from './embedded/embedded.ts';
import { keepRunning } from './embedded/keep-running.ts';
import { migrate, readMigrations } from './migrate.ts';
import { FOR_PERSONS, forPersons } from './persons.ts';
import { openPool } from './pool.ts';
import type { Tables } from './tables.ts';
import { needVersion } from './version.ts';

export type Db = Kysely<Tables>;

export interface Database {
  /** For the server's own work: sees every row. */
  readonly db: Db;
  /** For work in a person's name, by their id: sees the rows of their organizations and teams alone. */
  readonly dbOf: (person: string) => Db;
  /** The pool beneath `db`, for what is better said in SQL alone. */
  readonly pool: pg.Pool;
  readonly url: string;
  /** For those who want connections of their own, such as the log of meetings. */
  readonly openPool: (name: string, most: number) => pg.Pool;
  /** All of them by name, also those opened later. */
  readonly pools: ReadonlyMap<string, pg.Pool>;
  readonly close: () => Promise<void>;
}

/** Connects to PostgreSQL, embedded or external, and brings it up to date. */
export async function openDatabase(settings: Settings, log: Logger): Promise<Database> {
  const { url, release } = await databaseUrl(settings, log);
  try {
    await bringUpToDate(url, log);
    return connect(url, log, release);
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * Where the database is. An embedded one is started, or attached to where it runs; `release` stops it
 * unless somebody else uses it.
 */
export async function databaseUrl(
  settings: Settings,
  log: Logger,
): Promise<{ url: string; release: () => Promise<void> }> {
  if (settings.databaseUrl) {
    return { url: settings.databaseUrl.href, release: () => Promise.resolve() };
  }
  const start = (): Promise<Embedded> => startEmbedded(join(settings.dataFolder, 'postgres'));
  const embedded = await start();
  try {
    const url = await ownDatabase(embedded);
    const { present, leave } = keepRunning(embedded, start, log);
    return {
      url,
      release: async () => {
        await leave();
        if (present().isRunning()) await stop(present(), log);
      },
    };
  } catch (error) {
    await stop(embedded, log);
    throw error;
  }
}

export function connect(url: string, log: Logger, afterwards: () => Promise<void>): Database {
  const pools = new Map<string, pg.Pool>();
  const open = (name: string, most: number, parameters?: string): pg.Pool => {
    const pool = openPool({ url, name: `rondo ${name}`, most, log, parameters });
    pools.set(name, pool);
    return pool;
  };
  const pool = open('server', 8);
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    dbOf: forPersons(open('persons', 8, FOR_PERSONS)),
    pool,
    url,
    openPool: (name, most) => open(name, most),
    pools,
    close: async () => {
      await Promise.all([...pools.values()].map((each) => each.end()));
      await afterwards();
    },
  };
}

/** Runs the migrations that are missing, as far as they may run now. */
export async function bringUpToDate(url: string, log: Logger): Promise<void> {
  const client = singleClient({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, searchParams } = new URL(url);
    throw new CannotStart(
      `The database at ${host || searchParams.get('host')} does not let us in: ${error instanceof Error ? error.message : String(error)}. Check DATABASE_URL.`,
      { cause: error },
    );
  }
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    needVersion(rows[0]?.server_version ?? '');
    const all = readMigrations();
    const ran = await migrate(client, all);
    const isNew = ran.length === all.length;
    if (ran.length > 0 && !isNew)
      log.info({ migrations: ran }, 'the database was brought up to date');
  } finally {
    await client.end();
  }
}

/** The database `rondo`, owned by a role that is no superuser; made when missing. */
export async function ownDatabase(embedded: Embedded): Promise<string> {
  const client = singleClient({ connectionString: embedded.url('postgres', 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; db: boolean }>(
      `select exists (select from pg_roles where rolname = 'rondo') as role,
              exists (select from pg_database where datname = 'rondo') as db`,
    );
    if (!rows[0]?.role) await client.query('create role rondo login');
    if (!rows[0]?.db) await client.query('create database rondo owner rondo');
  } finally {
    await client.end();
  }
  return embedded.url('rondo', 'rondo');
}

/** A connection that was closed a moment ago may be seen for so long, ms: on busy machines, more than usual. */
const LAST_SEEN_MS = 1_500;

/** Stops the embedded PostgreSQL, unless another server (the next release) works with it. */
async function stop(embedded: Embedded, log: Logger): Promise<void> {
  const client = singleClient({ connectionString: embedded.url('postgres', 'postgres') });
  await client.connect();
  const until = performance.now() + LAST_SEEN_MS;
  let uses = await usersOf(client);
  while (uses.length > 0 && performance.now() < until) {
    await pause(50);
    uses = await usersOf(client);
  }
  await client.end();
  if (uses.length === 0) await embedded.stop();
  else log.info({ uses }, 'PostgreSQL goes on for another server that uses it');
}

/** Who is connected beside us, as they call themselves. */
async function usersOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return rows.map(({ name }) => name);
}
