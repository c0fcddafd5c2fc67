import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll } from 'vitest';
import { startEmbedded } from '../../apps/server/src/database/embedded/embedded.ts';
import { isAlive, readLockFile } from '../../apps/server/src/database/embedded/lock-file.ts';
import { freePort } from '../../bench/free-port.ts';

/** A PostgreSQL of a test's own that keeps its promises to the disk, and may be ended at any time. */
export interface OwnPostgres {
  readonly port: number;
  /** The address of its database, past every proxy. */
  readonly url: string;
  /** The same at another port of this machine. */
  readonly urlAt: (port: number) => string;
  readonly folder: string;
  /** Ends it as a crash does: nothing is written any more, and what was promised has to be on the disk. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** @param at where its data lies; in the system's folder for such things unless said */
export async function ownPostgres(at?: string): Promise<OwnPostgres> {
  const folder = at ?? mkdtempSync(join(tmpdir(), 'rondo-own-pg-'));
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const home = join(folder, 'postgres');
  const start = async (): Promise<void> => {
    await startEmbedded(home, {
      fleeting: true,
      settings: { listen_addresses: '127.0.0.1', port: String(port), max_wal_size: '96MB' },
    });
  };
  const crash = async (): Promise<void> => {
    const { pid } = readLockFile(join(home, 'cluster')) ?? {};
    if (pid === undefined) return;
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await pause(10);
  };
  await start();
  const urlAt = (which: number): string => `postgres://rondo@127.0.0.1:${which}/rondo`;
  const client = new pg.Client(`postgres://postgres@127.0.0.1:${port}/postgres`);
  await client.connect();
  await client.query('create role rondo login');
  await client.query('create database rondo owner rondo');
  await client.end();
  afterAll(async () => {
    await crash();
    if (at === undefined) rmSync(folder, { recursive: true, force: true });
  });
  return { port, url: urlAt(port), urlAt, folder, crash, start };
}
