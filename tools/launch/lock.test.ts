import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-lock-'));
  lock = join(folder, 'deep', 'lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('two starts at once do their work one after the other', async () => {
  const log: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
  };
  await Promise.all([withLock(lock, work('a')), withLock(lock, work('b'))]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a lock is given back when the work fails', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('a lock left behind by a process that was killed is taken over', async () => {
  const abandoned = join(folder, 'lock');
  writeFileSync(abandoned, '');
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(abandoned, minuteAgo, minuteAgo);
  expect(await withLock(abandoned, () => Promise.resolve('done'))).toBe('done');
});
