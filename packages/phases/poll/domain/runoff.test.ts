import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runoff } from './runoff.ts';

const OPTIONS = ['a', 'b', 'c', 'd'];
const ballots = (...all: string[]): string[][] => all.map((each) => [...each]);

describe('an instant runoff', () => {
  test('counts the next choice of those whose option is out', () => {
    const { rounds, winners } = runoff(OPTIONS, ballots('abc', 'acb', 'bca', 'bca', 'cb'));
    expect(winners).toEqual(['b']);
    expect(rounds.map(({ counts, out }) => [counts, out])).toEqual([
      [{ a: 2, b: 2, c: 1, d: 0 }, ['d']],
      [{ a: 2, b: 2, c: 1 }, ['c']],
      [{ a: 2, b: 3 }, []],
    ]);
  });

  test('ends as soon as somebody has more than half', () => {
    expect(runoff(OPTIONS, ballots('a', 'a', 'b'))).toMatchObject({ winners: ['a'], rounds: [{}] });
  });

  test('breaks a tie by the round before', () => {
    const { rounds } = runoff(OPTIONS, ballots('a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'dc'));
    expect(rounds[1]).toMatchObject({ counts: { a: 4, b: 3, c: 3 }, out: ['c'], tie: 'earlier' });
  });

  test('breaks a tie by who is named more often', () => {
    const { rounds } = runoff(['a', 'b', 'c'], ballots('a', 'a', 'b', 'ca', 'ab'));
    expect(rounds).toHaveLength(1);
    expect(runoff(['a', 'b', 'c'], ballots('ab', 'a', 'b', 'c')).rounds[0]).toMatchObject({
      out: ['c'],
      tie: 'mentions',
    });
  });

  test('says when nothing can break a tie', () => {
    expect(runoff(['a', 'b'], ballots('a', 'b')).winners).toEqual(['a', 'b']);
    expect(runoff(['a', 'b'], []).winners).toEqual([]);
  });

  test('ends for whatever people choose, loses no answer, and depends on no order of answers', () => {
    const ballot = fc.shuffledSubarray(OPTIONS);
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 12 }), (all) => {
        const result = runoff(OPTIONS, all);
        for (const { counts, exhausted } of result.rounds) {
          const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
          expect(counted + exhausted).toBe(all.length);
        }
        expect(runoff(OPTIONS, all.toReversed())).toEqual(result);
        expect(result.winners.length === 0).toBe(all.every((each) => each.length === 0));
      }),
    );
  });
});
