import { expect, test } from 'vitest';
import { ratesOf, sumOf } from './rates.ts';

const counts = (promised: number, done: number, more: object = {}) => ({
  promised,
  done,
  dropped: 0,
  answered: 0,
  yes: 0,
  no: 0,
  ...more,
});

test('shares are told from five tasks on, numbers always', () => {
  expect(ratesOf(counts(4, 4))).toMatchObject({ promised: 4, done: 4, kept: null, helped: null });
  expect(ratesOf(counts(5, 3)).kept).toBe(0.6);
  expect(ratesOf(counts(9, 9, { answered: 4, yes: 9, no: 3 })).helped).toBeNull();
  expect(ratesOf(counts(9, 9, { answered: 5, yes: 9, no: 3 })).helped).toBe(0.75);
});

test('small periods together may be enough', () => {
  const few = counts(2, 1, { answered: 2, yes: 6, no: 0 });
  expect(ratesOf(sumOf([few, few, few]))).toMatchObject({ promised: 6, kept: 0.5, helped: 1 });
});
