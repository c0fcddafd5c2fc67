import type { Board, ParticipantId } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { mentionsIn, withBoldNames } from './mentions.ts';

const person = (name: string, state: 'in' | 'removed' = 'in') =>
  ({ name, role: 'member', lead: false, state }) as const;

const people: Board['people'] = {
  ['a' as ParticipantId]: person('Ann'),
  ['m' as ParticipantId]: person('Ann Marie'),
  ['b' as ParticipantId]: person('Ben'),
  ['z' as ParticipantId]: person('Zoe', 'removed'),
};

describe('a text speaks to', () => {
  test.each([
    ['@Ann, can you?', ['a']],
    ['@Ann Marie can', ['m']],
    ['@Ben and @Ann and @Ben', ['b', 'a']],
    ['@Annabel', []],
    ['ann@Ben.example', []],
    ['@Zoe has left', []],
    ['nobody', []],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text, people)).toEqual(expected);
  });
});

test('names that are spoken to stand out, others do not', () => {
  const spoken = ['a', 'm'] as ParticipantId[];
  expect(withBoldNames('@Ann and @Ann Marie, not @Ben or @Annabel', spoken, people)).toBe(
    '**@Ann** and **@Ann Marie**, not @Ben or @Annabel',
  );
});
