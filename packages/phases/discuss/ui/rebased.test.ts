import { describe, expect, test } from 'vitest';
import { rebased } from './rebased.ts';

describe('what I changed is done to what somebody else has made of the text', () => {
  const before = 'one\ntwo\nthree';

  test.each([
    ['mine in front of theirs', 'ONE\ntwo\nthree', 'one\ntwo\nTHREE', 'ONE\ntwo\nTHREE'],
    ['mine behind theirs', 'one\ntwo\nthree!', 'zero\none\ntwo\nthree', 'zero\none\ntwo\nthree!'],
    ['theirs took something away', 'one\ntwo\nthree!', 'two\nthree', 'two\nthree!'],
    ['mine took something away', 'two\nthree', 'one\ntwo\nthree!', 'two\nthree!'],
    ['only mine', 'one', before, 'one'],
    ['only theirs', before, 'three', 'three'],
    ['the same', 'four', 'four', 'four'],
  ])('%s', (_, mine, theirs, both) => {
    expect(rebased(before, mine, theirs)).toBe(both);
  });

  test('at the same place nobody’s words are guessed away', () => {
    expect(rebased(before, 'one\ntwo\nthree and more', 'one\ntwo\nthree\nfour')).toBe(null);
    expect(rebased('', 'mine', 'theirs')).toBe(null);
  });
});
