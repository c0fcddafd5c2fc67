import { expect, test } from 'vitest';
import { dayHere } from './dayHere.ts';

test('a day is that of the clock on the wall', () => {
  expect(dayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(dayHere(new Date(2026, 10, 30, 0, 1))).toBe('2026-11-30');
});
