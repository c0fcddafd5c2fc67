import { describe, expect, it } from 'vitest';
import { dayOf, daysAfter, daysBetween, mondayOf, mondaysTo, weekNameOf } from './weeks.ts';

describe('weeks', () => {
  it.each([
    ['2026-11-23', '2026-11-23', '2026-W48'],
    ['2026-11-29', '2026-11-23', '2026-W48'],
    // Years of 53 weeks, and days that belong to the year before or after.
    ['2020-12-31', '2020-12-28', '2020-W53'],
    ['2021-01-03', '2020-12-28', '2020-W53'],
    ['2021-01-04', '2021-01-04', '2021-W01'],
    ['2024-12-30', '2024-12-30', '2025-W01'],
    ['2024-02-29', '2024-02-26', '2024-W09'],
    ['1970-01-01', '1969-12-29', '1970-W01'],
    ['2100-03-01', '2100-03-01', '2100-W09'],
  ])('%s is in the week of %s, %s', (day, monday, name) => {
    expect([mondayOf(day), weekNameOf(day)]).toEqual([monday, name]);
  });

  it('follow one another without gaps, whatever clocks do in spring and autumn', () => {
    const before = process.env['TZ'];
    // Here clocks were set forward at midnight, so that a day began at one o’clock.
    process.env['TZ'] = 'America/Sao_Paulo';
    try {
      let day = '1969-12-29';
      for (let week = 0; week < 6_840; week++) {
        expect(mondayOf(daysAfter(day, 6))).toBe(day);
        const next = daysAfter(day, 7);
        expect(daysBetween(day, next)).toBe(7);
        day = next;
      }
      expect(day > '2100-12-31').toBe(true);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('begin at midnight UTC, to the millisecond', () => {
    const midnight = Date.UTC(2026, 10, 23);
    expect([dayOf(midnight - 1), dayOf(midnight)]).toEqual(['2026-11-22', '2026-11-23']);
  });

  it('of a page end with the one that runs', () => {
    expect(mondaysTo('2026-11-25', 3)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  });
});
