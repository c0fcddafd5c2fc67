import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../database/embedded/embedded.ts';
import { migrate, readMigrations } from '../database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresForAll;
  }
}

/** Where the databases of `freshDatabase` are made. */
export interface PostgresForAll {
  asOwner: string;
  asSuperuser: string;
}

/** One PostgreSQL for a run of all `*.pg.test.ts`, with a migrated database as template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-pg-'));
  const embedded = await startEmbedded(folder, {
    fleeting: true,
    settings: {
      // Tests that need durability start their own.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
    },
  });
  await on(embedded.url('postgres', 'postgres'), async (client) => {
    await client.query('create role rondo login');
    await client.query('create database migrated owner rondo');
  });
  await on(embedded.url('migrated', 'rondo'), (client) => migrate(client, readMigrations()));
  project.provide('postgres', {
    asOwner: embedded.url('postgres', 'rondo'),
    asSuperuser: embedded.url('postgres', 'postgres'),
  });
  return async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function on(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
