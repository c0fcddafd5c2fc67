import { describe, expect, it } from 'vitest';
import { isMissed } from './missed.ts';

const DAY = 86_400_000;

describe('a promise without a day', () => {
  const missed = (sinceMissed: number | null): boolean =>
    isMissed({ due: null, today: '2026-06-01', sinceMissed });
  const between = (before: string, after: string): number => Date.parse(after) - Date.parse(before);

  it('is missed in the first meeting that leaves it open', () => {
    expect(missed(null)).toBe(true);
  });

  it('is missed once a week in a meeting of every day', () => {
    let last: number | null = null;
    const days = Array.from({ length: 15 }, (_, day) => {
      if (!missed(last === null ? null : (day - last) * DAY)) return [];
      last = day;
      return [day];
    });
    expect(days.flat()).toEqual([0, 7, 14]);
  });

  it('is missed in every weekly meeting, also in one that is half a day earlier', () => {
    expect(missed(7 * DAY)).toBe(true);
    expect(missed(7 * DAY - 1)).toBe(true);
    expect(missed(6.5 * DAY)).toBe(true);
    expect(missed(6.5 * DAY - 1)).toBe(false);
  });

  it('goes by time that has gone by, not by dates', () => {
    // At nine in Berlin both, with an hour left out between them.
    expect(missed(between('2026-03-23T09:00+01:00', '2026-03-30T09:00+02:00'))).toBe(true);
    // Another date, and yet but an hour.
    expect(missed(between('2026-06-01T23:30Z', '2026-06-02T00:30Z'))).toBe(false);
    // A week by dates, in two time zones; less by the clock.
    expect(missed(between('2026-06-01T23:00-10:00', '2026-06-08T01:00+13:00'))).toBe(false);
  });
});

describe('a promise with a day', () => {
  it('is missed from that day on in every meeting', () => {
    const missed = (today: string): boolean =>
      isMissed({ due: '2026-06-02', today, sinceMissed: DAY });
    expect(['2026-06-01', '2026-06-02', '2026-06-03'].map(missed)).toEqual([false, true, true]);
  });
});
