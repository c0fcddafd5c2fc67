import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inSeason } from './in-season.ts';
import { Season } from './season.ts';

const autumn = { season: { from: '09-21', to: '11-02' } };
const turnOfTheYear = { season: { from: '12-15', to: '01-10' } };
const oneDay = { season: { from: '02-29', to: '02-29' } };

/** Every day that a calendar can show, also the one of leap years. */
const days = Array.from({ length: 366 }, (_, index) =>
  new Date(Date.UTC(2028, 0, 1 + index)).toISOString().slice(5, 10),
);

describe('an activity is in season', () => {
  test.each([
    [autumn, '09-20', false],
    [autumn, '09-21', true],
    [autumn, '10-31', true],
    [autumn, '11-02', true],
    [autumn, '11-03', false],
    [turnOfTheYear, '12-14', false],
    [turnOfTheYear, '12-15', true],
    [turnOfTheYear, '12-31', true],
    [turnOfTheYear, '01-01', true],
    [turnOfTheYear, '01-10', true],
    [turnOfTheYear, '01-11', false],
    [turnOfTheYear, '07-01', false],
    [oneDay, '02-28', false],
    [oneDay, '02-29', true],
    [oneDay, '03-01', false],
  ])('%j on %s: %s', (activity, day, expected) => {
    expect(inSeason(activity, day)).toBe(expected);
  });

  test('always, when it has none', () => {
    expect(days.every((day) => inSeason({}, day))).toBe(true);
  });

  test('on both its ends and on as many days as lie between them, whichever comes first', () => {
    const anyDay = fc.nat(days.length - 1);
    fc.assert(
      fc.property(anyDay, anyDay, (first, last) => {
        const season = { from: days[first] ?? '', to: days[last] ?? '' };
        const length = ((last - first + days.length) % days.length) + 1;
        const shown = days.filter((day) => inSeason({ season }, day));
        expect(shown).toEqual(expect.arrayContaining([season.from, season.to]));
        expect(shown).toHaveLength(length);
      }),
    );
  });
});

describe('the days of a season', () => {
  test('may be any that a calendar shows', () => {
    const refused = days.filter((day) => !Season.safeParse({ from: day, to: day }).success);
    expect(refused).toEqual([]);
  });

  test.each([
    '02-30',
    '04-31',
    '00-10',
    '13-01',
    '06-00',
    '12-32',
    '6-1',
    '2026-06-01',
    'June',
    '',
  ])('%j is told to be none', (day) => {
    expect(Season.safeParse({ from: day, to: '12-31' }).error?.issues).toMatchObject([
      {
        path: ['from'],
        message: `“${day}” is not a day of the year; write month and day with two digits each, such as “12-31”.`,
      },
    ]);
  });
});
