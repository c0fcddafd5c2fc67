import { seeded } from '@rondo/meeting/testing';
import { expect, test } from 'vitest';
import { lowest, slopeOf } from './slope.ts';

const random = seeded(3);
/** Some 200 MB with noise, and a leak of so many per hour. */
const memory = (leak: number): { at: number; value: number }[] =>
  Array.from({ length: 240 }, (_, each) => ({
    at: each / 240,
    value: 200 + leak * (each / 240) + random() * 30,
  }));

test('a line is found as it is', () => {
  const points = [0, 1, 2, 3].map((at) => ({ at, value: 10 + 2 * at }));
  expect(slopeOf(points)).toEqual({ perUnit: 2, atLeast: 2, mean: 13 });
});

test('noise is no leak', () => {
  expect(slopeOf(lowest(memory(0), 1 / 20)).atLeast).toBeLessThan(2);
});

test('a leak is found beneath the noise', () => {
  expect(slopeOf(lowest(memory(20), 1 / 20)).atLeast).toBeGreaterThan(2);
});

test('the lowest of each stretch counts', () => {
  const points = [5, 3, 9, 8, 7, 10].map((value, at) => ({ at, value }));
  expect(lowest(points, 3).map(({ value }) => value)).toEqual([3, 7]);
});
