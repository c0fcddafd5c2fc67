import { expect, it } from 'vitest';
import { collectMinutes, type Minute } from './minutes.ts';
import type { Sample } from './sample.ts';

const NINE = Date.parse('2026-11-20T09:00:00Z');
const sample = (sockets: number, handshakes = 0): Sample => ({
  sockets,
  handshakes,
  fileDescriptors: sockets + 30,
  databaseConnections: Math.min(24, sockets),
});

/** The minutes that come of samples at these seconds. */
function minutesOf(samples: readonly (readonly [second: number, sample: Sample])[]): Minute[] {
  const collect = collectMinutes();
  return samples.flatMap(([second, each]) => collect(each, NINE + second * 1_000) ?? []);
}

it('a minute has the highest of each, and is there when the next one begins', () => {
  const minutes = minutesOf([
    [1, sample(5)],
    [30, sample(80)],
    [59.9, sample(7)],
    [60, sample(900)],
  ]);
  expect(minutes).toEqual([
    { at: NINE, sockets: 80, handshakes: 0, fileDescriptors: 110, databaseConnections: 24 },
  ]);
});

it('handshakes are those of the minute, none lost and none counted twice', () => {
  const minutes = minutesOf([
    [1, sample(1, 10)],
    [59, sample(1, 25)],
    [61, sample(1, 30)],
    [119, sample(1, 45)],
    [120, sample(1, 45)],
    [180, sample(1, 50)],
  ]);
  expect(minutes.map(({ handshakes }) => handshakes)).toEqual([25, 20, 0]);
});

it('a pause of several minutes leaves them out', () => {
  const minutes = minutesOf([
    [0, sample(1)],
    [300, sample(2)],
    [360, sample(3)],
  ]);
  expect(minutes.map(({ at }) => (at - NINE) / 60_000)).toEqual([0, 5]);
});
