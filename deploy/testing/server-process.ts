import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../apps/server/src/main.ts');

/**
 * The server in a process of its own that a test may kill: nobody stands between them, as the launcher
 * does (`upgrade/testing/launch.ts`), which follows a server through upgrades.
 */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** Past every proxy. */
  readonly url: string;
  /** The code for the first account, while nobody owns the server. */
  readonly claimCode: string;
  /** All that it has written to its outputs. */
  readonly said: () => string;
  readonly isAlive: () => boolean;
  /** Resolves when it is gone, with its exit code; null: the signal has ended it. */
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Resolves when it is ready.
 * @param main what is started, where that is not the server of this tree
 * @param files the most it may have open, where that is less than here
 */
export async function serverProcess(
  port: number,
  environment: Readonly<Record<string, string>>,
  main = MAIN,
  files?: number,
): Promise<ServerProcess> {
  const data = mkdtempSync(join(tmpdir(), 'rondo-node-'));
  const limited = files === undefined ? [] : ['sh', '-c', `ulimit -n ${files}; exec "$0" "$@"`];
  const [command, ...args] = [...limited, process.execPath, main];
  const child = spawn(command, args, {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      HOST: '127.0.0.1',
      RONDO_DATA: data,
      RONDO_LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      // Its welcome comes as a whole.
      if (/^Rondo is ready:/m.test(said) && said.endsWith('\n')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The server did not start:\n${said}`)));
  });
  return {
    port,
    // It has said that it runs.
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    claimCode: /with the code (\S+)/.exec(said)?.[1] ?? '',
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
      rmSync(data, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}
