import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isOutOfFiles } from '../../apps/server/src/operations/doctor/outside/proxies/nginx-workers.ts';
import { processesNamed } from '../../apps/server/src/operations/doctor/outside/proxies/processes.ts';
import { program } from '../../tools/debian.ts';

const found = program('nginx', 'nginx-light');
/** Why there is none; empty: there is one. */
export const noNginx = 'path' in found ? '' : found.missing;

/** The nginx of a machine: a real one, with a folder of its own instead of /etc/nginx. */
export interface Nginx {
  readonly file: string;
  /**
   * `nginx -s reload`; resolves when every worker that takes connections is one of the new settings, but
   * for those that ran out of files: these hear nothing.
   */
  readonly reload: () => Promise<void>;
  /** Opens connections, without a word, until no worker has a file left; they end with nginx. */
  readonly knockUntilFull: () => Promise<void>;
  /** Writes another file of settings in place of that one, and reloads. */
  readonly change: (settings: string) => Promise<void>;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
}

export interface Listening {
  readonly address: string;
  readonly port: number;
}

interface Wanted extends Listening {
  /** By name, `nginx.conf` among them; that one has to say `pid nginx.pid;`. */
  readonly settings: Readonly<Record<string, string>>;
  /** How many files it may have open, soft, as systemd gives it; the hard limit is that of this shell. */
  readonly files?: number;
}

/** Resolves when it takes connections. */
export async function startNginx(
  folder: string,
  { settings, address, port, files }: Wanted,
): Promise<Nginx> {
  if (!('path' in found)) throw new Error(found.missing);
  const { path } = found;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(settings)) writeFileSync(join(folder, name), text);
  const file = join(folder, 'nginx.conf');
  const args = ['-p', folder, '-c', file, '-e', 'stderr'];
  const limit = files === undefined ? '' : `ulimit -S -n ${files}; `;
  const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', path, ...args, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Not harder: its workers would go on without it.
  const endsWithUs = (): boolean => child.kill('SIGTERM');
  process.once('exit', endsWithUs);
  let isWanted = true;
  child.once('exit', (code, signal) => {
    process.off('exit', endsWithUs);
    if (isWanted)
      process.stderr.write(`The nginx on ${address} has ended (${code ?? signal}):\n${said}\n`);
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  await listens(child, { address, port }, () => said);
  const reload = async (): Promise<void> => {
    const before = workersOf(child);
    const deaf = outOfFiles(before);
    execFileSync(path, [...args, '-s', 'reload'], { stdio: 'pipe' });
    // All new ones are there before the first old one is told to leave. Those that still have people
    // stay until these go.
    while (before.some((pid) => isTaking(pid) && !deaf.has(pid))) {
      if (child.exitCode !== null) throw new Error(`nginx has ended:\n${said}`);
      await pause(20);
    }
  };
  return {
    file,
    reload,
    knockUntilFull: async () => {
      const workers = workersOf(child);
      while (outOfFiles(workers).size < workers.length) {
        if (child.exitCode !== null) throw new Error(`nginx has ended:\n${said}`);
        connect(port, address).on('error', () => undefined);
        await pause(20);
      }
    },
    change: async (text) => {
      writeFileSync(file, text);
      await reload();
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      isWanted = false;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function workersOf({ pid, exitCode }: ChildProcess): number[] {
  if (exitCode !== null) return [];
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

const outOfFiles = (workers: readonly number[]): Set<number> =>
  new Set(
    processesNamed('nginx')
      .filter((each) => workers.includes(each.pid) && isOutOfFiles(each, workers.length))
      .map(({ pid }) => pid),
  );

/** Whether this worker takes new connections. */
function isTaking(pid: number): boolean {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return title !== '' && !title.includes('is shutting down');
  } catch {
    // It has ended.
    return false;
  }
}

async function listens(
  child: ChildProcess,
  { address, port }: Listening,
  said: () => string,
): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx does not start:\n${said()}`);
    const socket = connect(port, address);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    // Somebody else may have the port, as long as nobody works here.
    if (isOpen && workersOf(child).length > 0) return;
    await pause(20);
  }
}
