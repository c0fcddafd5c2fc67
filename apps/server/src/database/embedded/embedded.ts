import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from '../../cannot-start.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { checkVersion, giveTo, makeFolders, socketFolder, type Folders } from './folders.ts';
import { isAlive, isLockFileOfStranger, readLockFile, type Postmaster } from './lock-file.ts';
import { ordinaryUser, type OrdinaryUser } from './ordinary-user.ts';
import { finishSwitch } from './switch.ts';

export interface Embedded {
  /** Reached by a Unix socket alone. @param user PostgreSQL's name for who connects */
  readonly url: (database: string, user: string) => string;
  /** Whether it ran already: the server before us was killed, or still runs. */
  readonly attached: boolean;
  readonly isRunning: () => boolean;
  /** Ends sessions and stops it; what is committed is on the disk. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Settings of PostgreSQL beside or instead of our own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests: not flushed to the disk when made, and ends with this process. */
  readonly fleeting?: boolean;
  /** The folder in `home` where another cluster lies than the server's own. One runs at a time. */
  readonly cluster?: string;
  /** Another PostgreSQL than the one that was installed with Rondo. */
  readonly binaries?: Binaries;
}

const SETTINGS = {
  listen_addresses: '',
  // Two releases side by side, what looks in from the command line, and room.
  max_connections: '150',
  shared_buffers: '64MB',
  jit: 'off',
  random_page_cost: '1.1',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/** Those that older versions do not know. */
const SETTINGS_SINCE_18 = {
  // Helper processes that only pay for databases many times larger than memory.
  io_method: 'sync',
};

/** More of an old log than this is not kept, in bytes. */
const LONGEST_LOG = 5_000_000;

/**
 * Runs a PostgreSQL of our own in `home`, or attaches to the one that runs there. It goes on when
 * this process is killed, so that the next one finds it warm.
 */
export async function startEmbedded(
  home: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  const binaries = options.binaries ?? findBinaries();
  const folders = makeFolders(home, options.cluster);
  if (options.cluster === undefined) finishSwitch(folders);
  checkVersion(folders.data, binaries.major);
  const running = await findRunning(folders.data);
  if (running) return embedded(running, folders, true);
  // Only now: whoever looks in as root must not take the folder away from the user that runs it.
  const user = ordinaryUser([binaries.postgres, folders.home]);
  giveTo(user.owner, folders);
  if (!existsSync(folders.data)) await makeCluster(binaries.initdb, folders, user, options);
  return embedded(await start(binaries, folders, user, options), folders, false);
}

async function findRunning(data: string): Promise<Postmaster | undefined> {
  for (;;) {
    const found = readLockFile(data);
    if (found?.state === 'ready' || found === undefined) return found;
    await wait(10);
  }
}

function embedded(
  { pid, socketFolder }: Postmaster,
  { home }: Folders,
  attached: boolean,
): Embedded {
  return {
    url: (database, user) =>
      `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`,
    attached,
    isRunning: () => isAlive(pid),
    stop: async () => {
      // Fast shutdown: sessions are ended, everything is written.
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      while (isAlive(pid)) await wait(5);
      if (socketFolder !== home) rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

async function makeCluster(
  initdb: string,
  { data, unfinished }: Folders,
  user: OrdinaryUser,
  { fleeting }: EmbeddedOptions,
): Promise<void> {
  rmSync(unfinished, { recursive: true, force: true });
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  flags.push('--username=postgres', '--auth=trust', '--data-checksums', '-D', unfinished);
  if (fleeting) flags.push('--no-sync');
  const { program, args, options } = user.command(initdb, flags);
  const child = spawn(program, args, { ...options, cwd: '/', env: environment() });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await ended(child);
  if (code !== 0) throw new CannotStart(`PostgreSQL could not make its database:\n${said.trim()}`);
  renameSync(unfinished, data);
}

async function start(
  { postgres, major }: Binaries,
  { home, data, log }: Folders,
  user: OrdinaryUser,
  { settings, fleeting }: EmbeddedOptions,
): Promise<Postmaster> {
  if (isLockFileOfStranger(data)) rmSync(join(data, 'postmaster.pid'));
  const sockets = socketFolder(home, user.owner);
  const own = Number(major) < 18 ? SETTINGS : { ...SETTINGS, ...SETTINGS_SINCE_18 };
  const all = { ...own, unix_socket_directories: `"${sockets}"`, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { program, args, options } = user.command(postgres, ['-D', data, ...flags]);
  const begin = existsSync(log) && statSync(log).size < LONGEST_LOG ? statSync(log).size : 0;
  const output = openSync(log, begin === 0 ? 'w' : 'a', 0o600);
  const child = spawn(program, args, {
    ...options,
    cwd: '/',
    env: environment(),
    stdio: ['ignore', output, output],
    // A group of its own: Ctrl-C is for us, PostgreSQL stops after we have let go of it.
    detached: !fleeting,
  });
  closeSync(output);
  if (fleeting) {
    const endsWithUs = (): boolean => child.kill('SIGKILL');
    process.once('exit', endsWithUs);
    child.once('exit', () => process.off('exit', endsWithUs));
  }
  child.unref();
  const running = await ready(child, data);
  if (running) return running;
  const said = readFileSync(log).subarray(begin).toString().trim();
  throw new CannotStart(`PostgreSQL does not start (its log is ${log}):\n${said}`);
}

/** Undefined: it ended instead. Recovery after a crash may take its time. */
async function ready(child: ChildProcess, data: string): Promise<Postmaster | undefined> {
  let isOver = false;
  void ended(child).then(() => (isOver = true));
  while (!isOver) {
    const found = readLockFile(data);
    if (found?.state === 'ready' && found.pid === child.pid) return found;
    await wait(5);
  }
  return undefined;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

/** What PostgreSQL is to see of our surroundings: no secret among it. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C', LC_MESSAGES: 'C' };
}
