import type { Rhythm } from '@rondo/contract';
import { describe, expect, it } from 'vitest';
import { nextOccurrences, pausedOccurrences, type Times } from './occurrences.ts';
import { fromRRule, toRRule } from './rhythm.ts';

const BERLIN = 'Europe/Berlin';

const weekly = (on: number[], interval = 1): Rhythm => ({ every: 'week', interval, on });

const times = (first: string, rhythm: Rhythm | null, more: Partial<Times> = {}): Times => ({
  first,
  zone: BERLIN,
  rrule: rhythm && toRRule(rhythm),
  until: null,
  pauses: [],
  ...more,
});

/** Both as the wall in the zone shows them, and as moments. */
function dates(of: Times, from: string, most = 4): string[] {
  return nextOccurrences(of, { from: new Date(from), most }).map((at) => at.toISOString());
}

describe('09:30 stays 09:30', () => {
  it('when the clock is put forward in spring', () => {
    expect(dates(times('2026-03-17T09:30', weekly([2])), '2026-03-17T00:00:00Z', 3)).toEqual([
      '2026-03-17T08:30:00.000Z',
      '2026-03-24T08:30:00.000Z',
      '2026-03-31T07:30:00.000Z',
    ]);
  });

  it('when it is put back in autumn', () => {
    expect(dates(times('2026-10-20T09:30', weekly([2])), '2026-10-20T00:00:00Z', 2)).toEqual([
      '2026-10-20T07:30:00.000Z',
      '2026-10-27T08:30:00.000Z',
    ]);
  });

  it('where the change comes on other days, and on the other half of the world', () => {
    const there = times('2026-03-04T09:30', weekly([3]), { zone: 'America/New_York' });
    expect(dates(there, '2026-03-04T00:00:00Z', 2)).toEqual([
      '2026-03-04T14:30:00.000Z',
      '2026-03-11T13:30:00.000Z',
    ]);
    const south = times('2026-03-31T09:30', weekly([2]), { zone: 'Australia/Sydney' });
    expect(dates(south, '2026-03-29T00:00:00Z', 2)).toEqual([
      '2026-03-30T22:30:00.000Z',
      '2026-04-06T23:30:00.000Z',
    ]);
  });

  it('a time that the clock jumps over is an hour later that day, and as ever afterwards', () => {
    expect(dates(times('2026-03-28T02:30', weekly([6, 7])), '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-04-04T00:30:00.000Z',
    ]);
  });

  it('of a time that comes twice, the first counts, and only once', () => {
    expect(dates(times('2026-10-24T02:30', weekly([6, 7])), '2026-10-24T00:00:00Z', 3)).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-31T01:30:00.000Z',
    ]);
  });
});

describe('rhythms', () => {
  it('every second week counts from the week of the first date', () => {
    expect(dates(times('2026-01-08T09:00', weekly([2, 4], 2)), '2026-01-09T00:00:00Z', 3)).toEqual([
      '2026-01-20T08:00:00.000Z',
      '2026-01-22T08:00:00.000Z',
      '2026-02-03T08:00:00.000Z',
    ]);
  });

  it('the 31st is the last day where a month is shorter', () => {
    const rhythm: Rhythm = { every: 'month', interval: 1, day: 31 };
    const found = dates(times('2028-01-01T12:00', rhythm), '2028-01-01T00:00:00Z');
    expect(found.map((each) => each.slice(0, 10))).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
  });

  it('the 29th of a February without one is the 28th', () => {
    const rhythm: Rhythm = { every: 'month', interval: 1, day: 29 };
    const found = dates(times('2027-01-29T12:00', rhythm), '2027-01-01T00:00:00Z', 3);
    expect(found.map((each) => each.slice(5, 10))).toEqual(['01-29', '02-28', '03-29']);
  });

  it('the second Tuesday and the last Friday of a month', () => {
    const second: Rhythm = { every: 'weekday-of-month', interval: 1, nth: 2, on: 2 };
    const last: Rhythm = { every: 'weekday-of-month', interval: 3, nth: -1, on: 5 };
    const day = (each: string): string => each.slice(0, 10);
    expect(dates(times('2026-01-01T09:00', second), '2026-01-01T00:00:00Z', 2).map(day)).toEqual([
      '2026-01-13',
      '2026-02-10',
    ]);
    expect(dates(times('2026-01-01T09:00', last), '2026-01-01T00:00:00Z', 2).map(day)).toEqual([
      '2026-01-30',
      '2026-04-24',
    ]);
  });

  it('once is once', () => {
    const once = times('2026-05-01T10:00', null);
    expect(dates(once, '2026-04-01T00:00:00Z')).toEqual(['2026-05-01T08:00:00.000Z']);
    expect(dates(once, '2026-05-01T08:00:01Z')).toEqual([]);
  });

  const every: Rhythm[] = [
    weekly([1, 3, 5], 2),
    ...[1, 28, 29, 30, 31, -1].map((day): Rhythm => ({ every: 'month', interval: 2, day })),
    { every: 'weekday-of-month', interval: 1, nth: -1, on: 7 },
    { every: 'weekday-of-month', interval: 12, nth: 4, on: 1 },
  ];
  it.each(every)('%j is read back from its rule', (rhythm) => {
    expect(fromRRule(toRRule(rhythm))).toEqual(rhythm);
  });
});

describe('pauses', () => {
  const daily = times('2026-12-21T09:00', weekly([1, 2, 3, 4, 5]), {
    pauses: [
      { from: '2026-12-24', to: '2027-01-01' },
      { from: '2027-01-06', to: '2027-01-06' },
    ],
  });

  it('leave out their days, the first and the last included', () => {
    const found = dates(daily, '2026-12-22T12:00:00Z', 4);
    expect(found.map((each) => each.slice(5, 10))).toEqual(['12-23', '01-04', '01-05', '01-07']);
  });

  it('go by the day of the zone, not of UTC', () => {
    const late = times('2026-12-23T23:30', weekly([3, 4]), {
      zone: 'America/Los_Angeles',
      pauses: [{ from: '2026-12-24', to: '2026-12-24' }],
    });
    expect(dates(late, '2026-12-23T00:00:00Z', 2)).toEqual([
      '2026-12-24T07:30:00.000Z',
      '2026-12-31T07:30:00.000Z',
    ]);
  });

  it('are told to calendars date by date', () => {
    const told = pausedOccurrences(daily, 100).map((at) => at.toISOString().slice(0, 10));
    expect(told).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-06',
    ]);
  });

  it('that never end do not search forever', () => {
    const never = { ...daily, pauses: [{ from: '2000-01-01', to: '9999-12-31' }] };
    expect(dates(never, '2026-01-01T00:00:00Z')).toEqual([]);
  });
});

it('a series ends on its last day, which still counts', () => {
  const until = times('2026-06-01T09:00', weekly([1]), { until: '2026-06-08' });
  expect(dates(until, '2026-06-01T00:00:00Z')).toHaveLength(2);
});

it('dates that are dealt with are left out', () => {
  const series = times('2026-06-01T09:00', weekly([1]));
  const [first = new Date(0)] = nextOccurrences(series, { from: new Date(0), most: 1 });
  const [next] = nextOccurrences(series, {
    from: new Date(0),
    most: 1,
    except: new Set([first.getTime()]),
  });
  expect(next?.toISOString()).toBe('2026-06-08T07:00:00.000Z');
});
