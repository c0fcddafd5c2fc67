import { expect, it } from 'vitest';
import { NO_PEAK, type HourOfWeek } from './read.ts';
import { ledgerTable } from './table.ts';

const hour = (weekday: number, at: number, sockets: number): HourOfWeek => ({
  weekday,
  hour: at,
  usual: { ...NO_PEAK.hour, sockets },
  highest: { ...NO_PEAK.hour, sockets: 99_999 },
});

it('has a line for each day and a column for each hour, as wide as what is in it', () => {
  const lines = ledgerTable([
    hour(1, 0, 0),
    hour(5, 9, 999),
    hour(5, 10, 1_000),
    hour(5, 23, 9_949),
    hour(7, 23, 99_500),
  ]).split('\n');
  expect(lines).toHaveLength(8);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(lines[0]).toMatch(/^UTC +0 +1 .* 23$/);
  expect(lines[1]).toMatch(/^Mon +0 +·/);
  expect(lines[5]).toMatch(/ 999 1\.0k .* 9\.9k$/);
  expect(lines[7]).toMatch(/100k$/);
});
