import { expect, test } from 'vitest';
import { arcsOf } from './arcs.ts';

const lengths = (minutes: readonly (number | undefined)[]) =>
  arcsOf(minutes.map((each) => ({ minutes: each }))).map(({ length }) => length);

test('steps share the round by their minutes', () => {
  const [short = 0, long = 0] = lengths([10, 30]);
  expect(long / short).toBeCloseTo(3, 0);
});

test('one after the other, once around, whatever their number', () => {
  for (const minutes of [[45], [5, 5], [1, 119], Array.from({ length: 20 }, () => 1)]) {
    const arcs = arcsOf(minutes.map((each) => ({ minutes: each })));
    let end = 0;
    for (const { from, length } of arcs) {
      expect(length).toBeGreaterThan(0);
      expect(from).toBeGreaterThanOrEqual(end);
      end = from + length;
    }
    expect(end).toBeLessThanOrEqual(1);
    expect(end).toBeGreaterThan(0.98);
  }
});

test('a step without minutes takes as much as the others usually do', () => {
  const [first, without, third] = lengths([10, undefined, 10]);
  expect(without).toBeCloseTo(first ?? 0);
  expect(without).toBeCloseTo(third ?? 0);
  expect(lengths([undefined, undefined])[0]).toBeCloseTo(0.488);
});
