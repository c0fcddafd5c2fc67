// The PostgreSQL that baselines and Rondo share: the one that comes with Rondo, with its default
// durability, in a temporary folder, beside the load generator on the second core. Everybody signs in as
// a role like that of a usual server, which owns its tables and no more: rules on rows count for it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../apps/server/src/database/embedded/embedded.ts';
import { readLockFile } from '../apps/server/src/database/embedded/lock-file.ts';
import { pinRunning } from './machine.ts';

export interface Database {
  readonly pid: number;
  url(name: string): string;
  /** Makes an empty database, in place of any of that name. */
  create(name: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-bench-'));
  const server = await startEmbedded(folder, {
    fleeting: true,
    settings: { fsync: 'on', synchronous_commit: 'on', max_connections: '200' },
  });
  const pid = readLockFile(join(folder, 'cluster'))?.pid ?? 0;
  // What it forks from now on, a process per connection, stays on the same core.
  pinRunning('load', pid);
  const asSuperuser = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: server.url('postgres', 'postgres') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await asSuperuser('create role bench login');
  return {
    pid,
    url: (name) => server.url(name, 'bench'),
    create: (name) =>
      asSuperuser(
        `drop database if exists ${pg.escapeIdentifier(name)} with (force)`,
        `create database ${pg.escapeIdentifier(name)} owner bench`,
      ),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
