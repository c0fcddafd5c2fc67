import { expect, test } from 'vitest';
import { averageLink } from './similarity-clusters.ts';

/** How often similarities are looked at to group so many, of which some are alike, some not at all. */
function looksAt(n: number): number {
  let looks = 0;
  const matrix = Float32Array.from({ length: n ** 2 }, (_, cell) => {
    const [a, b] = [Math.floor(cell / n), cell % n].toSorted((one, other) => one - other);
    return (((a ?? 0) * 31 + (b ?? 0) * 17) % 101) / 101;
  });
  const counted = new Proxy(matrix, {
    get: (target, key) => {
      looks++;
      return Reflect.get(target, key);
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  });
  averageLink(counted, n, 0.12);
  return looks;
}

test.each([100, 400])('%i are grouped in steps that grow with the square alone', (n) => {
  expect(looksAt(n)).toBeLessThan(10 * n ** 2);
});

test('the most alike come together first, and what is like none stays alone', () => {
  const rows = [
    [1, 0.9, 0.4, 0],
    [0.9, 1, 0.2, 0],
    [0.4, 0.2, 1, 0],
    [0, 0, 0, 1],
  ];
  const grouped = (threshold: number): number[][] =>
    averageLink(Float32Array.from(rows.flat()), rows.length, threshold);
  expect(grouped(0.5)).toEqual([[0, 1], [2], [3]]);
  // The third is like the two by 0.3 on average.
  expect(grouped(0.25)).toEqual([[0, 1, 2], [3]]);
  expect(grouped(0.35)).toEqual([[0, 1], [2], [3]]);
});
