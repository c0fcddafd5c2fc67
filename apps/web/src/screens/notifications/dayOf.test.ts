import { expect, test } from 'vitest';
import { dayOf } from './dayOf.ts';

const now = new Date(2027, 0, 2, 0, 5);

test.each([
  ['en', new Date(2027, 0, 2, 0, 1), 'Today'],
  ['de', new Date(2027, 0, 1, 23, 59), 'Gestern'],
  ['en', new Date(2026, 11, 31, 23, 59), 'Thursday, December 31, 2026'],
  ['en', new Date(2027, 0, 3, 0, 1), 'Sunday, January 3'],
])('in %s, %s is called %s', (locale, moment, name) => {
  expect(dayOf(locale, moment, now)).toBe(name);
});
