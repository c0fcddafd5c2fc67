import { expect, test } from 'vitest';
import { nameless } from './nameless.ts';

test('a name goes wherever it stands by itself, and stays in what people wrote', () => {
  const before = {
    facilitator: 'Rose',
    people: [{ name: 'Rose' }, { name: 'Rosemary' }],
    cards: [{ text: 'Rose', by: 'Rose' }, { text: 'Rose did it' }],
    kudos: [{ to: ['Rose', 'Bo'] }],
    votes: 3,
    none: null,
  };
  expect(nameless(before, new Set(['Rose']), 'Somebody')).toEqual({
    facilitator: 'Somebody',
    people: [{ name: 'Somebody' }, { name: 'Rosemary' }],
    cards: [{ text: 'Rose', by: 'Somebody' }, { text: 'Rose did it' }],
    kudos: [{ to: ['Somebody', 'Bo'] }],
    votes: 3,
    none: null,
  });
});

test('where nothing is to be changed, nothing is', () => {
  const same = { people: [{ name: 'Bo' }] };
  expect(nameless(same, new Set(['Rose']), 'Somebody')).toBe(same);
});
