import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bench/free-port.ts';
import { program, type Program } from '../../tools/debian.ts';

/** A proxy with limits as low as a test likes them; one that runs as its makers meant it: `proxies.ts`. */
export interface TightProxy {
  /** Such as `http://localhost:23456`. */
  readonly url: string;
  /** With other settings, and another file limit: stops and starts it. */
  readonly restart: (settings: string, files: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export type Kind = 'nginx' | 'haproxy' | 'caddy';

export const programs: Readonly<Record<Kind, Program>> = {
  nginx: program('nginx', 'nginx-light'),
  haproxy: program('haproxy', 'haproxy'),
  caddy: program('caddy', 'caddy'),
};

/** Where the settings say which port to listen on, and which server stands behind. */
const LISTEN = '%listen%';
const SERVER = '%server%';

/** @param settings its file, with `%listen%` and `%server%` for ports @param files how many it may open */
export async function tightProxy(
  kind: Kind,
  server: number,
  settings: string,
  files: number,
): Promise<TightProxy> {
  const found = programs[kind];
  if (!('path' in found)) throw new Error(found.missing);
  const folder = mkdtempSync(join(tmpdir(), 'rondo-tight-'));
  const port = await freePort();
  let child: ChildProcess | undefined;

  const stop = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(kind === 'haproxy' ? 'SIGKILL' : 'SIGTERM');
    await gone;
  };
  const restart = async (text: string, limit: number): Promise<void> => {
    await stop();
    const file = join(folder, kind === 'caddy' ? 'Caddyfile' : `${kind}.conf`);
    writeFileSync(file, text.replaceAll(LISTEN, `${port}`).replaceAll(SERVER, `${server}`));
    const command = [found.path, ...argumentsOf(kind, file, folder)];
    // HAProxy and Caddy raise what they may raise by themselves, nginx only when told to.
    const which = kind === 'nginx' ? '-S' : '';
    child = spawn('sh', ['-c', `ulimit ${which} -n ${limit}; exec "$@"`, 'sh', ...command], {
      env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // `close` comes after its last words.
    const gone = once(child, 'close').then(() => {
      throw new Error(`${kind} did not start:\n${said}`);
    });
    await Promise.race([gone, listens(port)]);
    gone.catch(() => undefined);
  };
  await restart(settings, files);
  return {
    url: `http://localhost:${port}`,
    restart,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function argumentsOf(kind: Kind, file: string, folder: string): string[] {
  if (kind === 'nginx') {
    const only = `pid ${folder}/nginx.pid; error_log stderr crit; daemon off;`;
    return ['-p', folder, '-c', file, '-e', 'stderr', '-g', only];
  }
  if (kind === 'haproxy') return ['-db', '-f', file];
  return ['run', '--adapter', 'caddyfile', '--config', file];
}

/** Resolves when somebody takes connections there. */
async function listens(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
  }
}
