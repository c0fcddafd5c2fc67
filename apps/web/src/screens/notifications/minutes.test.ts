import { expect, test } from 'vitest';
import { asMinutes, asTime } from './minutes.ts';

test('every minute of a day is the same there and back', () => {
  for (let minute = 0; minute < 1_440; minute++) expect(asMinutes(asTime(minute))).toBe(minute);
});

test('what is half typed is no time', () => {
  expect(['', '7', '07:'].map(asMinutes)).toEqual([null, null, null]);
});
