import { expect, it } from 'vitest';
import { drainRate } from './drain-rate.ts';

it.each([
  ['nothing was measured', 100, undefined, 500],
  ['three in ten of what was measured', 100, 1_000, 300],
  ['a slow way, few people', 90, 20, 6],
  ['a slow way, many people: over after half a minute', 9_000, 20, 300],
  ['never more than a thousand for each core', 100, 100_000, 2_000],
  ['nor to be over in time', 1_000_000, undefined, 2_000],
])('%s', (_, connections, measured, rate) => {
  expect(drainRate(connections, measured, 2)).toBe(rate);
});
