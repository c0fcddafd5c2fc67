import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The nginx of a machine: a real one, with a folder of its own instead of /etc/nginx. */
export interface Nginx {
  readonly file: string;
  /** `nginx -s reload`; resolves when workers with the new settings have taken over. */
  readonly reload: () => Promise<void>;
  /** Writes another file of settings in place of that one, and reloads. */
  readonly change: (settings: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Listening {
  readonly address: string;
  readonly port: number;
}

/** @param files by name, `nginx.conf` among them */
export async function startNginx(
  program: string,
  folder: string,
  files: Readonly<Record<string, string>>,
  { address, port }: Listening,
): Promise<Nginx> {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const file = join(folder, 'nginx.conf');
  const args = ['-p', folder, '-c', file, '-e', 'stderr'];
  const child = spawn(program, [...args, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Not harder: its workers would go on without it.
  process.once('exit', () => child.kill('SIGTERM'));
  let isWanted = true;
  child.once('exit', (code, signal) => {
    if (isWanted) console.error(`The nginx on ${address} has ended (${code ?? signal}):\n${said}`);
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  await listens(child, { address, port }, () => said);
  const reload = async (): Promise<void> => {
    const before = workersOf(child);
    execFileSync(program, [...args, '-s', 'reload'], { stdio: 'pipe' });
    // The new ones are there a moment before the old ones stop to listen.
    while (!workersOf(child).some((pid) => !before.includes(pid))) await pause(20);
    await pause(500);
  };
  return {
    file,
    reload,
    change: async (settings) => {
      writeFileSync(file, settings);
      await reload();
    },
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
