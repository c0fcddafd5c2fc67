import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLog } from '../log.ts';
import { readSettings } from '../settings/read.ts';
import { startServer, type Running } from '../start.ts';
import { atEndOfFile } from './end-of-file.ts';
import { freshDatabase } from './postgres.ts';

export interface TestServer extends Running {
  /** Such as `http://localhost:40123`. */
  readonly url: string;
  /** What it was started with, to start another like it. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The whole server on a free port, with a fresh database; stopped when the test file is done.
 * @param environment settings beside or instead of those for tests
 */
export async function testServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'rondo-data-'));
  const all = {
    PORT: '0',
    HOST: 'localhost',
    RONDO_DATA: data,
    // The PostgreSQL of tests would lose data, were it pulled the plug.
    RONDO_DOCTOR: 'warn',
    DATABASE_URL: environment['DATABASE_URL'] ?? (await freshDatabase()),
    ...environment,
  };
  const running = await startServer(readSettings(all), makeLog('silent'));
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  };
  atEndOfFile(stop);
  return { ...running, stop, url: `http://localhost:${running.port}`, environment: all };
}
