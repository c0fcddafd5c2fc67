import { mkdirSync, openSync, closeSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock that was not touched for this long (ms) belongs to a process that is gone. */
const abandonedAfter = 10_000;

/**
 * Runs `work` while no other process does so under the same lock. A file with a heartbeat rather
 * than a process id, because two containers may share the folder but not the process table.
 * @template T
 * @param {string} file the lock; its folder is made when missing
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  let announced = false;
  while (!acquire(file)) {
    if (!announced) onWait?.();
    announced = true;
    await sleep(100 + Math.random() * 100);
  }
  const heartbeat = setInterval(() => touch(file), 1_000);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file @returns {boolean} whether the lock is ours now */
function acquire(file) {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (ageOf(file) > abandonedAfter) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file @returns {number} ms since the last heartbeat; 0 when just released */
function ageOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : 0;
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch (error) {
    // Someone removed the lock by hand: there is nothing left to keep alive.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {unknown} error @returns {string | undefined} */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
