import { expect, it } from 'vitest';
import { judgeClock } from './clock.ts';
import { judgeAnswer } from './database.ts';

it.each([
  [250, 'ok'],
  [250.1, 'warning'],
  [5_000, 'warning'],
  [5_000.1, 'failure'],
])('clocks that are %s ms apart: %s', (off, expected) => {
  expect(judgeClock(off).severity).toBe(expected);
});

it.each([
  [10, 'ok'],
  [10.1, 'warning'],
  [100, 'warning'],
  [100.1, 'failure'],
])('a database that answers in %s ms: %s', (ms, expected) => {
  expect(judgeAnswer(ms).severity).toBe(expected);
});
