import { existsSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';

// rondo-2026-11-23T040506Z.tar.zst: by name they are in the order of time.
const NAME = /^rondo-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.zst(\.sealed)?$/;

const PARTIAL = /^\.rondo-.*\.partial$/;
/** A backup that takes longer than this was killed, ms. */
const ABANDONED_MS = 24 * 3_600_000;

export function backupName(at: Date, isSealed: boolean): string {
  const time = at.toISOString().replace(/:/g, '').replace(/\.\d+/, '');
  return `rondo-${time}.tar.zst${isSealed ? '.sealed' : ''}`;
}

export interface Place {
  readonly file: string;
  readonly folder?: string;
}

/** A file with the time in its name. */
export const placeIn = (folder: string, at: Date, isSealed: boolean): Place => ({
  file: join(folder, backupName(at, isSealed)),
  folder,
});

/** What somebody has typed: a folder, also one that is made now, or the name of a file, which has a dot in it. */
export function placeFor(to: string, at: Date, isSealed: boolean): Place {
  const isFolder = existsSync(to) ? statSync(to).isDirectory() : extname(to) === '';
  return isFolder ? placeIn(to, at, isSealed) : { file: to };
}

/** Deletes the oldest of the backups that have their time in their name. @returns how many */
export async function keepLatest(folder: string, many: number): Promise<number> {
  const found = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const old = found.slice(0, Math.max(0, found.length - many));
  for (const name of old) await rm(join(folder, name));
  return old.length;
}

/** What a backup is called while it is written. */
export function partialName(name: string): string {
  return `.${name}.partial`;
}

/** Deletes what backups that were killed have left. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => PARTIAL.test(each))) {
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > ABANDONED_MS) await rm(file);
  }
}
