import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { isAlive } from '../../../database/embedded/lock-file.ts';
import { askForUpgrade, controlStatus } from '../../control/ask.ts';
import type { ControlStatus, UpgradeStep } from '../../control/words.ts';

const FOLLOW = join(import.meta.dirname, '../../../../../../tools/launch/follow.mjs');

/** As `npm start` does it, without installing and building. */
const LAUNCHER = `
  import { follow } from ${JSON.stringify(FOLLOW)};
  process.exitCode = await follow(process.execPath, {
    args: [process.argv[1]],
    cwd: process.cwd(),
    env: process.env,
  });`;

export interface Launched {
  readonly url: string;
  readonly data: string;
  readonly claimCode: string;
  readonly status: () => Promise<ControlStatus | undefined>;
  readonly upgrade: (folder: string, patienceSeconds?: number) => Promise<UpgradeStep[]>;
  /** To the process that was started, which passes it on. Resolves with its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Of the embedded PostgreSQL. */
  readonly postgres: () => number;
  /** The database, past the server. */
  readonly database: string;
  readonly said: () => string;
}

/** A server of this release in a folder, as `npm start` starts it; all of it is gone when the test is. */
export async function launched(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Launched> {
  const home = mkdtempSync(join(tmpdir(), 'rondo-launched-'));
  const data = join(home, 'data');
  const main = join(folder, 'apps/server/src/main.ts');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', LAUNCHER, main], {
    cwd: home,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      HOST: '127.0.0.1',
      RONDO_DATA: data,
      RONDO_LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const gone = once(child, 'exit');
  const postgres = (): number =>
    Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
    return child.exitCode;
  };
  onTestFinished(async () => {
    await stop();
    rmSync(home, { recursive: true, force: true });
  });
  while (!said.includes('Cookies:')) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`);
    await pause(20);
  }
  return {
    url: /Rondo is ready: *(\S+)/.exec(said)?.[1] ?? '',
    data,
    claimCode: /with the code (\S+)/.exec(said)?.[1] ?? '',
    status: () => controlStatus(data),
    upgrade: async (to, patienceSeconds = 60) => {
      const steps: UpgradeStep[] = [];
      await askForUpgrade(data, { folder: to, patienceSeconds }, (step) => steps.push(step));
      return steps;
    },
    stop,
    postgres,
    database: `postgres://rondo@localhost/rondo?host=${encodeURIComponent(join(data, 'postgres'))}`,
    said: () => said,
  };
}

/** Resolves when this process has ended. */
export async function goneProcess(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}
