import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { isAlive } from '../../../database/embedded/lock-file.ts';
import { askForUpgrade, controlStatus } from '../../control/ask.ts';
import type { ControlStatus, UpgradeStep } from '../../control/words.ts';
import { launch, type Launch } from './launch.ts';

export interface Launched extends Launch {
  readonly data: string;
  readonly status: () => Promise<ControlStatus | undefined>;
  readonly upgrade: (folder: string, patienceSeconds?: number) => Promise<UpgradeStep[]>;
  /** Of the embedded PostgreSQL. */
  readonly postgres: () => number;
  /** The database, past the server. */
  readonly database: string;
}

/** A server of this release in a folder, as `npm start` starts it; all of it is gone when the test is. */
export async function launched(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Launched> {
  const home = mkdtempSync(join(tmpdir(), 'rondo-launched-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const data = join(home, 'data');
  const server = await launch(folder, home, {
    PORT: '0',
    HOST: '127.0.0.1',
    RONDO_DATA: data,
    RONDO_LOG_LEVEL: 'warn',
    ...environment,
  });
  // Before its folder is taken away: the last comes first.
  onTestFinished(async () => void (await server.stop()));
  return {
    ...server,
    data,
    status: () => controlStatus(data),
    upgrade: async (to, patienceSeconds = 60) => {
      const steps: UpgradeStep[] = [];
      await askForUpgrade(data, { folder: to, patienceSeconds }, (step) => steps.push(step));
      return steps;
    },
    postgres: () =>
      Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]),
    database: `postgres://rondo@localhost/rondo?host=${encodeURIComponent(join(data, 'postgres'))}`,
  };
}

/** Resolves when this process has ended. */
export async function goneProcess(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}
