import { describe, expect, test } from 'vitest';
import { findActivities, type Findable } from './find.ts';
import { misspellings, nearestWord } from './spelling.ts';

const boat = {
  name: { en: 'Sailboat', de: 'Segelboot' },
  summary: { en: 'Find wind and anchors.', de: 'Findet Wind und Anker.' },
  prompts: [{ en: 'Rocks', de: 'Klippen' }],
  keywords: { en: ['risk', 'goal'], de: ['risiko', 'rückblick'] },
};
const coffee = {
  name: { en: 'Lean Coffee', de: 'Lean Coffee' },
  summary: {
    en: 'Talk about what matters, with wind in your sails.',
    de: 'Redet über das Wichtige.',
  },
  purpose: { en: 'When there is no theme.', de: 'Wenn es kein Thema gibt.' },
  keywords: { en: ['agenda'], de: ['tagesordnung'] },
};
const ours = { name: 'Hafenrunde', summary: 'Unser Ritual', keywords: { en: [] } };
const all: Findable[] = [coffee, boat, ours];

describe('activities are found', () => {
  test.each([
    ['sailboat', 'en', [boat]],
    ['sail', 'en', [boat, coffee]],
    ['sialboat', 'en', [boat]],
    ['sailbot', 'en', [boat]],
    ['SEGEL', 'de', [boat]],
    ['boot', 'de', [boat]],
    ['sailboat', 'de', [boat]],
    ['ruckblick', 'de', [boat]],
    ['klippen', 'de', [boat]],
    ['theme', 'en', [coffee]],
    ['lean cofee', 'en', [coffee]],
    ['hafen', 'en', [ours]],
    ['wind', 'en', [coffee, boat]],
    ['wind goal', 'en', [boat]],
    ['retrospective with coffee', 'en', [coffee]],
    ['xyzzy', 'en', []],
    ['of', 'en', []],
    ['()*?[', 'en', all],
    ['  ', 'en', all],
  ])('%j (%s)', (query, lang, expected) => {
    expect(findActivities(all, query, lang)).toEqual(expected);
  });

  test('by its whole name before others that say the same words', () => {
    const pace = { ...boat, name: 'Boat by Boat', keywords: { en: ['sail boat'] } };
    const sail = { ...boat, name: 'Sail, Boat!', keywords: { en: [] } };
    const wide = { ...boat, name: 'The Sail Boat Race' };
    expect(findActivities([pace, wide, sail], 'sail boat', 'de')[0]).toBe(sail);
  });

  test('quickly, however long the query', () => {
    const many = Array.from({ length: 200 }, () => boat);
    const start = performance.now();
    findActivities(many, 'sailbaot '.repeat(100_000), 'en');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('spelling', () => {
  test.each([
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['form', 'from', 2, 1],
    ['', 'abc', 5, 3],
    ['same', 'same', 1, 0],
    ['a', 'abcdef', 2, 3],
  ])('%s and %s, up to %i: %i', (a, b, limit, expected) => {
    expect(misspellings(a, b, limit)).toBe(expected);
    expect(misspellings(b, a, limit)).toBe(expected);
  });

  test('the nearest word is guessed only where one is near', () => {
    expect(nearestWord('discus', ['vote', 'discuss', 'collect'])).toBe('discuss');
    expect(nearestWord('banana', ['vote', 'discuss', 'collect'])).toBeUndefined();
  });
});
