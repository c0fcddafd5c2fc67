import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';

/** The most bytes that a Unix socket's path may have; macOS allows fewer than Linux. */
const LONGEST_SOCKET_PATH = process.platform === 'linux' ? 107 : 103;

export interface Folders {
  readonly home: string;
  /** The cluster itself. */
  readonly data: string;
  /** Where a new cluster is prepared, so that a half-made one is never taken for one. */
  readonly unfinished: string;
  readonly log: string;
}

/**
 * @param home a folder of PostgreSQL's own; made when missing
 * @param cluster the folder in it where the cluster lies
 */
export function makeFolders(home: string, cluster = 'cluster'): Folders {
  return orSayWhy(home, () => {
    mkdirSync(home, { recursive: true });
    const real = realpathSync(home);
    return {
      home: real,
      data: join(real, cluster),
      unfinished: join(real, `${cluster}-unfinished`),
      log: join(real, 'log'),
    };
  });
}

/** Closes the folder to everybody but the user that PostgreSQL runs as. */
export function giveTo(owner: number | undefined, { home }: Folders): void {
  orSayWhy(home, () => {
    chmodSync(home, 0o700);
    if (owner !== undefined) chownSync(home, owner, owner);
  });
}

function orSayWhy<T>(home: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new CannotStart(
      `Rondo may not write to ${home} (${error instanceof Error ? error.message : String(error)}). Set RONDO_DATA to a folder that belongs to you.`,
      { cause: error },
    );
  }
}

/** In the data folder where its path is short enough for a socket, else a new one in the system's. */
export function socketFolder(home: string, owner: number | undefined): string {
  if (Buffer.byteLength(join(home, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) return home;
  const short = mkdtempSync(join(tmpdir(), 'rondo-'));
  if (owner !== undefined) chownSync(short, owner, owner);
  return short;
}

/** The major version that has made a cluster; undefined: there is none. */
export function versionOf(data: string): string | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Refuses a cluster that another version of PostgreSQL has made. */
export function checkVersion(data: string, major: string): void {
  const found = versionOf(data);
  if (found === undefined || found === major) return;
  throw new CannotStart(
    `The database in ${data} was made by PostgreSQL ${found}, and this Rondo brings PostgreSQL ${major}. To take everything over, keep the release of Rondo that made it (or install PostgreSQL ${found}), and run here:

  npm run rondo -- database-upgrade --from <folder of that release>

It makes a backup first, and keeps the old database. Or set RONDO_DATA to another folder.`,
  );
}
