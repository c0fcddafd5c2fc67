import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../repository/paths.ts';
import { previousRelease, releases, unpacked } from './releases.ts';

const numbers = (version: string): number[] => version.split('.').map(Number);

const isBefore = (a: string, b: string): boolean => {
  const [first, second] = [numbers(a), numbers(b)];
  const at = first.findIndex((number, index) => number !== second[index]);
  return at >= 0 && (first[at] ?? 0) < (second[at] ?? 0);
};

it('releases.json is in order, and ends with the release before this one', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  // Ours, and it could not be installed without one.
  const { version } = JSON.parse(text) as { version: string };
  const all = [...releases().map((each) => each.version), version];
  const wrong = all.filter((each, index) => index > 0 && !isBefore(all[index - 1] ?? '', each));
  expect(wrong).toEqual([]);
  for (const { commit } of releases()) expect(commit).toMatch(/^[0-9a-f]{40}$/);
});

it('a release that is not in the history is said to be missing, with its version', () => {
  const unknown = { ...previousRelease(), version: '9.9.9', commit: '0'.repeat(40) };
  expect(unpacked(unknown)).toEqual({ missing: expect.stringMatching(/9\.9\.9.*history/) });
});
