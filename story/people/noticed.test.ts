import { describe, expect, test } from 'vitest';
import { inWords, nothingNoticed, type Noticed } from './noticed.ts';

const of = (other: Partial<Noticed>): string[] => inWords({ ...nothingNoticed(), ...other });

describe('people notice', () => {
  test('nothing, where they work, are moved, and see everything at once', () => {
    expect(of({ people: 300, actions: 900, moved: 300, longestGapMs: 1_000 })).toEqual([]);
  });

  test.each([
    [{ refusals: 7, refused: new Set(['Guest 1', 'Guest 2']) }, 'refused: 2 people, 7 times'],
    [{ outside: 3 }, 'at the end: 3 people'],
    [{ banners: [1_200, 5_400] }, 'shown: 2 times, for up to 5.4 s'],
    [{ forced: 1 }, 'connections that were cut: 1'],
    [{ longestGapMs: 1_100 }, 'seen only 1.1 s after'],
    [{ lost: 1 }, 'lost: 1'],
    [{ doubled: 1 }, 'there twice: 1'],
    [{ outOfOrder: 1 }, 'out of order: 1'],
    [{ differing: 1 }, 'do not see the same: 1'],
  ] satisfies [Partial<Noticed>, string][])('%o', (noticed, said) => {
    expect(of(noticed)).toEqual([expect.stringContaining(said)]);
  });

  test('a gap only beyond what the machine has made of it, busy with something else', () => {
    expect(of({ longestGapMs: 1_500, stalledMs: 100 })).toEqual([]);
    expect(of({ longestGapMs: 1_700, stalledMs: 100 })).toHaveLength(1);
  });
});
