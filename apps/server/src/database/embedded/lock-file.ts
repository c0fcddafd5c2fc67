import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What `postmaster.pid` in a data folder says about the PostgreSQL that runs there. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly state: 'starting' | 'stopping' | 'ready' | 'standby';
}

/** Undefined: nothing runs there (any more), or it has not come so far yet. */
export function readLockFile(dataFolder: string): Postmaster | undefined {
  const lines = textOf(join(dataFolder, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  const state = lines?.[7]?.trim();
  if (!lines || !pid || !isRunning(pid, dataFolder)) return undefined;
  if (state !== 'starting' && state !== 'stopping' && state !== 'ready' && state !== 'standby') {
    return undefined;
  }
  return { pid, socketFolder: lines[4] ?? '', state };
}

/**
 * Whether the lock file was left by a PostgreSQL that is gone while its number is used by another
 * process: in a container that was killed and started again, numbers repeat.
 */
export function isLockFileOfStranger(dataFolder: string): boolean {
  const pid = Number(textOf(join(dataFolder, 'postmaster.pid'))?.split('\n')[0]);
  return pid > 0 && isAlive(pid) && workFolderOf(pid) !== undefined && !isRunning(pid, dataFolder);
}

function isRunning(pid: number, dataFolder: string): boolean {
  const folder = workFolderOf(pid);
  return isAlive(pid) && (folder === undefined || folder === dataFolder);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** PostgreSQL works in its data folder. Undefined where the system does not tell. */
function workFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
