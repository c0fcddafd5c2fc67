import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { PostgresForAll } from './postgres-for-all.ts';

/**
 * The address of a fresh, migrated database of its own.
 * @param empty without the migrations
 */
export async function freshDatabase({ empty = false } = {}): Promise<string> {
  const { asOwner, asSuperuser }: PostgresForAll = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: asSuperuser });
  await client.connect();
  try {
    const template = empty ? 'template0' : 'migrated';
    await client.query(`create database ${name} owner rondo template ${template}`);
  } finally {
    await client.end();
  }
  const url = new URL(asOwner);
  url.pathname = `/${name}`;
  return url.href;
}
