import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Titles of tests, also of those that several tests share. */
const TESTS = [
  'packages/**/*.test.{ts,tsx}',
  'packages/**/*-contract.ts',
  'apps/**/*.test.{ts,tsx}',
  'e2e/**/*.ts',
];

async function cited(): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  const skipped = (name: string): boolean => name === 'node_modules' || name === 'dist';
  for await (const file of glob(TESTS, { cwd: ROOT, exclude: skipped })) {
    const text = await readFile(`${ROOT}/${file}`, 'utf8');
    for (const [, rule] of text.matchAll(/\[([RC]\d+)\]/g)) if (rule) places.set(rule, file);
  }
  return places;
}

const rules = async (): Promise<string[]> => {
  const text = await readFile(`${ROOT}/docs/live-rules.md`, 'utf8');
  return [...text.matchAll(/^\*\*([RC]\d+)\./gm)].map(([, rule]) => rule ?? '');
};

test('every rule of the live engine is proved by a test, and no test cites a rule that is not there', async () => {
  const known = await rules();
  const places = await cited();
  expect(new Set(known).size).toBe(known.length);
  expect(known.filter((rule) => !places.has(rule))).toEqual([]);
  expect([...places].filter(([rule]) => !known.includes(rule))).toEqual([]);
});
