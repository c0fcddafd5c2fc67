import { expect, test } from 'vitest';
import { endOfQuiet } from './quiet-hours.ts';

const night = { zone: 'Europe/Berlin', from: 22 * 60, until: 7 * 60 };
const end = (quiet: typeof night, now: string): string | undefined =>
  endOfQuiet(quiet, new Date(now))?.toISOString();

test.each([
  ['before it begins', night, '2027-01-11T20:59:59Z', undefined],
  ['from its first minute on', night, '2027-01-11T21:00:00Z', '2027-01-12T06:00:00.000Z'],
  ['after midnight', night, '2027-01-12T02:00:00Z', '2027-01-12T06:00:00.000Z'],
  ['no longer in its last minute', night, '2027-01-12T06:00:00Z', undefined],
  // Clocks go forward at one o'clock UTC.
  ['in a short night', night, '2027-03-27T21:30:00Z', '2027-03-28T05:00:00.000Z'],
  [
    'within a day',
    { ...night, from: 720, until: 780 },
    '2027-01-11T11:30Z',
    '2027-01-11T12:00:00.000Z',
  ],
  ['never', { ...night, from: 720, until: 720 }, '2027-01-11T11:00Z', undefined],
  // There is no 02:30 in that night.
  [
    'until an hour that is left out',
    { ...night, until: 150 },
    '2027-03-28T00:30Z',
    '2027-03-28T01:30:00.000Z',
  ],
])('it is quiet: %s', (_, quiet, now, until) => {
  expect(end(quiet, now)).toBe(until);
});
