import { expect, test } from 'vitest';
import { linesOf, topOf } from './scale.ts';

test.each([
  [[], 5],
  [[null, 0], 5],
  [[5], 5],
  [[6], 10],
  [[11, 3], 20],
  [[21], 50],
  [[51, null], 100],
  [[1_000], 1_000],
  [[1_001], 2_000],
])('the top of %j is %i', (values, top) => {
  expect(topOf(values)).toBe(top);
});

test('weeks that were not counted part a line in two', () => {
  const place = (index: number, value: number) => `${index},${value}`;
  expect(linesOf([null, 1, 2, null, 3], place)).toEqual(['1,1 2,2', '4,3']);
  expect(linesOf([null, null], place)).toEqual([]);
});
