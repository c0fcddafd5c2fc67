import { expect, test } from 'vitest';
import { lateness } from './lateness.ts';

const who = (name: string, ...came: [number, number][]) => ({ name, cameAt: new Map(came) });

test('the worst of all is told, whoever was first', () => {
  const people = [who('ann', [1, 10], [2, 25]), who('bob', [1, 12], [2, 20])];
  expect(lateness(people)).toEqual({ worstMs: 5, missed: [] });
});

test('what somebody never heard of is missed', () => {
  const people = [who('ann', [1, 10], [2, 20], [3, 30]), who('bob', [1, 10], [3, 31])];
  expect(lateness(people).missed).toEqual(['bob never heard of 2']);
});

test('also what was last', () => {
  const people = [who('ann', [1, 10], [2, 20]), who('bob', [1, 10])];
  expect(lateness(people).missed).toEqual(['bob never heard of 2']);
});

test('but not what was before they came', () => {
  const people = [who('ann', [1, 10], [2, 20]), who('bob', [2, 21])];
  expect(lateness(people)).toEqual({ worstMs: 1, missed: [] });
});
