import { expect, test } from 'vitest';
import { averageOf, recommendationScore, spreadOf } from './scale.ts';

test('the average counts from the lowest point', () => {
  expect(averageOf([0, 0, 0], 1)).toBeNull();
  expect(averageOf([1, 0, 1], 1)).toBe(2);
  expect(averageOf([1, 0, 1], 0)).toBe(1);
});

test('the spread is 0 where all agree and 1 where two halves stand at the ends', () => {
  expect(spreadOf([0, 0, 0, 0, 0])).toBe(0);
  expect(spreadOf([0, 0, 6, 0, 0])).toBe(0);
  expect(spreadOf([3, 0, 0, 0, 3])).toBe(1);
  expect(spreadOf([3, 3])).toBe(1);
  expect(spreadOf([1, 2, 3, 2, 1])).toBeGreaterThan(spreadOf([0, 2, 5, 2, 0]));
});

test('the recommendation score goes from −100 to 100, and 7 and 8 count for nothing', () => {
  const given = (...points: number[]) =>
    Array.from({ length: 11 }, (_, point) => points.filter((each) => each === point).length);
  expect(recommendationScore(given())).toBeNull();
  expect(recommendationScore(given(0, 6, 3))).toBe(-100);
  expect(recommendationScore(given(9, 10))).toBe(100);
  expect(recommendationScore(given(7, 8))).toBe(0);
  expect(recommendationScore(given(10, 10, 8, 2))).toBe(25);
});
