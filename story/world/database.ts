import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../apps/server/src/database/embedded/embedded.ts';

/** The PostgreSQL of its own machine, which both servers use. */
export interface SharedDatabase {
  readonly url: string;
  readonly query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly stop: () => Promise<void>;
}

export async function sharedDatabase(): Promise<SharedDatabase> {
  // A folder of its own: as root, PostgreSQL runs as another user, who could not get into ours.
  const home = mkdtempSync(join(tmpdir(), 'rondo-story-postgres-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const server = await startEmbedded(home, {
    fleeting: true,
    // Two servers, each with two releases for a moment.
    settings: { max_connections: '200' },
  });
  const owner = new pg.Client({ connectionString: server.url('postgres', 'postgres') });
  await owner.connect();
  await owner.query('create role rondo login');
  await owner.query('create database rondo owner rondo');
  await owner.end();
  const url = server.url('rondo', 'rondo');
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // One that ends while it is idle is no loss: the next query opens another, or says what is wrong.
  pool.on('error', () => undefined);
  return {
    url,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...values])).rows,
    stop: async () => {
      await pool.end();
      await server.stop();
    },
  };
}
