import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { isOlder, version } from '../version.ts';

export interface Migration {
  /** The file's name without `.sql`, such as `0001_accounts`. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** It takes something away, which older releases may need. */
  readonly contracts?: boolean;
}

/**
 * All migrations in order: first `expand` (the release before goes on working), then `contract` (takes
 * away what only the release before the last one needed).
 */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  const all = ['expand', 'contract'].flatMap((part) =>
    readFolder(join(folder, part)).map((each) => ({ ...each, contracts: part === 'contract' })),
  );
  const numbers = all.map(({ name }) => name.slice(0, 4));
  const doubled = all.find(({ name }, i) => numbers.indexOf(name.slice(0, 4)) !== i);
  if (doubled) throw new Error(`Two migrations have the number of ${doubled.name}`);
  return all;
}

function readFolder(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(file)) {
        throw new Error(`${file} is not named like 0001_what_it_makes.sql`);
      }
      const sql = readFileSync(join(folder, file), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { name: file.slice(0, -'.sql'.length), sql, checksum };
    });
}

/** Any number will do, as long as all releases take the same. */
const LOCK = 7_266_636;

/**
 * Brings the database up to date, each file in one transaction of its own. Of several servers that
 * start at once, one works and the others wait. What takes something away waits until no server of an
 * older release runs, for a later start or the job that looks every hour. What this database has run
 * and we do not know is of a newer release, which left us what we need. Answers the names of what it ran.
 */
export async function migrate(
  client: pg.ClientBase,
  migrations: readonly Migration[],
  release = version,
) {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration',
    );
    const done = new Map(rows.map(({ name, checksum }) => [name, checksum]));
    const changed = migrations.find(
      ({ name, checksum }) => done.has(name) && done.get(name) !== checksum,
    );
    if (changed) {
      throw new CannotStart(
        `The migration ${changed.name} was changed after this database had run it. Put the file back as it was, and write a new migration for the change.`,
      );
    }
    const missing = migrations.filter(({ name }) => !done.has(name));
    const expanding = missing.filter(({ contracts }) => !contracts);
    for (const migration of expanding) await run(client, migration);
    const contracting = missing.filter(({ contracts }) => contracts);
    const isTime = contracting.length > 0 && !(await runsOlderThan(client, release));
    if (isTime) for (const migration of contracting) await run(client, migration);
    return [...expanding, ...(isTime ? contracting : [])].map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

/** Whether a server of an older release works with this database. */
async function runsOlderThan(client: pg.ClientBase, release: string): Promise<boolean> {
  // In plain SQL, and true to the first release that had this table: others look at it too.
  const { rows } = await client.query<{ release: string }>(
    `select release from server_node where seen_at > now() - interval '45 seconds'`,
  );
  return rows.some((node) => isOlder(node.release, release));
}

async function run(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    // A migration that waits for a lock holds up everybody behind it: rather fail, and start again.
    await client.query(`set local lock_timeout = '5s'; set local statement_timeout = '10min'`);
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new CannotStart(
      `The migration ${name} failed, and nothing of it remains: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
