import { expect, test } from 'vitest';
import { deckOf, type Scale } from '../domain/index.ts';
import { typedValue } from './typedValue.ts';

/** What is picked after each of these keys, one pressed right behind the other. */
function typing(scale: Scale, keys: string, pause = 100): (string | null)[] {
  let before = { text: '', at: -10_000 };
  let now = 0;
  return [...keys].map((key) => {
    now += pause;
    const { text, value } = typedValue(deckOf(scale), before, key, now);
    before = { text, at: now };
    return value;
  });
}

test('a value is picked by typing it, also one of several signs', () => {
  expect(typing('fibonacci', '5')).toEqual(['5']);
  expect(typing('fibonacci', '13')).toEqual(['1', '13']);
  expect(typing('modified-fibonacci', '0,5')).toEqual(['0', '0.5', '0.5']);
  expect(typing('modified-fibonacci', '100')).toEqual(['1', '100', '100']);
  expect(typing('t-shirt', 'xxl')).toEqual(['XS', 'XXL', 'XXL']);
  expect(typing('priorities', 'p2')).toEqual(['P5', 'P2']);
});

test('not knowing and passing have keys, too', () => {
  expect(typing('fibonacci', '?p')).toEqual(['?', 'pass']);
});

test('a key that goes on with nothing begins anew, as does one after a pause', () => {
  expect(typing('fibonacci', '58')).toEqual(['5', '8']);
  expect(typing('fibonacci', '13', 1_000)).toEqual(['1', '3']);
});

test('a key of no value is left to the browser', () => {
  expect(typing('fibonacci', 'z')).toEqual([null]);
});
