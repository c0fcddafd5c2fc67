import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Front } from './front.ts';

const MAIN = join(import.meta.dirname, '../../apps/server/src/main.ts');

/** A real server in a process of its own, as `npm start` runs it, on an empty data folder. */
export interface Server {
  readonly url: string;
  /** The one-time code that it printed. */
  readonly code: string;
  /** As if the machine had lost power: the process is gone at once. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly restart: () => Promise<void>;
  /** Starts the server of another release beside it, leads people there, and stops this one in order. */
  readonly replace: (main: string) => Promise<void>;
  readonly end: () => Promise<void>;
  /** What the process that runs now has printed: in tests, warnings and errors. */
  readonly said: () => string;
}

/**
 * @param settings what is set besides what stories need
 * @param front the address at which people find it, where it is to be replaced
 */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  front: Front | null = null,
): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-story-'));
  const port = await freePort();
  let running = await run(folder, port, settings);
  front?.leadTo(port);
  const { code } = running;
  if (code === undefined) throw new Error(`no code was printed:\n${running.said()}`);
  return {
    url: `http://localhost:${front?.port ?? port}`,
    code,
    said: () => running.said(),
    kill: () => stop(running.child, 'SIGKILL'),
    restart: async () => {
      running = await run(folder, port, settings);
    },
    replace: async (main) => {
      if (!front) throw new Error('people come straight to this server: nothing leads them on');
      const nextPort = await freePort();
      const next = await run(folder, nextPort, settings, main);
      front.leadTo(nextPort);
      await stop(running.child, 'SIGTERM');
      running = next;
    },
    end: async () => {
      // What was killed has left its database running: only a server that stops in order stops it.
      if (hasEnded(running.child)) running = await run(folder, port, settings);
      await stop(running.child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>>,
  main = MAIN,
) {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      RONDO_DATA: folder,
      PORT: String(port),
      RONDO_LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      // Mails lead back to it.
      ...('SMTP_URL' in settings && { RONDO_PUBLIC_URL: `http://localhost:${port}` }),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const said = (): string => output;
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Rondo is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (status) =>
      reject(new Error(`the server ended with ${status}:\n${output}`)),
    );
  });
  const code = /with the code (\S+)/.exec(output)?.[1];
  return { child, code, said };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** A port that is free now, below those that the system gives to connections. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
        .once('error', () => resolve(false))
        .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('no free port found');
}
