import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../database/embedded/embedded.ts';
import { migrate, readMigrations } from '../database/migrate.ts';

let running: Promise<Embedded> | undefined;
let made = 0;

/** A PostgreSQL for this test file, with a template of the migrated database; ends with the process. */
function postgres(): Promise<Embedded> {
  running ??= start();
  return running;
}

async function start(): Promise<Embedded> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-pg-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const embedded = await startEmbedded(folder, {
    fleeting: true,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    },
  });
  await onDatabase(embedded, 'postgres', async (client) => {
    await client.query('create role rondo login');
    await client.query('create database migrated owner rondo');
  });
  await onDatabase(embedded, 'migrated', (client) => migrate(client, readMigrations()), 'rondo');
  return embedded;
}

/**
 * The address of a fresh, migrated database of its own.
 * @param empty without the migrations
 */
export async function freshDatabase({ empty = false } = {}): Promise<string> {
  const embedded = await postgres();
  const name = `test_${++made}`;
  await onDatabase(embedded, 'postgres', (client) =>
    client.query(
      `create database ${name} owner rondo template ${empty ? 'template0' : 'migrated'}`,
    ),
  );
  return embedded.url(name, 'rondo');
}

async function onDatabase(
  embedded: Embedded,
  name: string,
  work: (client: pg.Client) => Promise<unknown>,
  user = 'postgres',
): Promise<void> {
  const client = new pg.Client({ connectionString: embedded.url(name, user) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
