// Rondo's server in a process of its own, on its own core, with the bench's database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { freePort } from '../free-port.ts';
import { startServer } from '../server-process.ts';
import { repository } from '../work-folder.ts';

export interface RondoProcess {
  readonly port: number;
  readonly databaseUrl: string;
  /** Changes with a restart. */
  readonly pid: number;
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** The first node makes the database anew; a second one comes beside it. */
export async function startRondoProcess(
  database: Database,
  node: 'first' | 'second' = 'first',
): Promise<RondoProcess> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'rondo-bench-data-'));
  const databaseUrl = database.url('rondo');
  if (node === 'first') await database.create('rondo');
  const start = () =>
    startServer([process.execPath, join(import.meta.dirname, 'server.ts')], {
      core: node === 'first' ? 'server' : 'second',
      ready: /Rondo is ready/,
      env: {
        // As `npm start` sets it.
        NODE_COMPILE_CACHE: join(repository, 'node_modules', '.cache', 'compile'),
        PORT: String(port),
        HOST: '127.0.0.1',
        RONDO_DATA: data,
        RONDO_LOG_LEVEL: 'error',
        DATABASE_URL: databaseUrl,
      },
    });
  let server = await start();
  return {
    port,
    databaseUrl,
    get pid() {
      return server.pid;
    },
    async killAndRestart() {
      await server.kill('SIGKILL');
      server = await start();
    },
    async stop() {
      await server.kill('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
