import { describe, expect, it } from 'vitest';
import { kindOf, newPlan, placeInMonth, rhythmOf, weekdayOf, withFirst } from './plan.ts';

describe('a date in its month', () => {
  it.each([
    ['2026-03-03T09:30', { day: 3, isLastDay: false, nth: 1, isLastOfWeekday: false }],
    ['2026-03-28T09:30', { day: 28, isLastDay: false, nth: 4, isLastOfWeekday: true }],
    ['2026-03-31T09:30', { day: 31, isLastDay: true, nth: null, isLastOfWeekday: true }],
    ['2028-02-29T00:00', { day: 29, isLastDay: true, nth: null, isLastOfWeekday: true }],
  ])('%s', (first, place) => {
    expect(placeInMonth(first)).toEqual(place);
  });

  it('Sunday is the seventh day', () => {
    expect(weekdayOf('2026-03-29T23:59')).toBe(7);
  });
});

describe('another first date', () => {
  const plan = { ...newPlan('x', 'X', 'UTC'), first: '2026-03-03T09:30' };

  it('takes the weekday along that went by it', () => {
    const tuesdays = { ...plan, rhythm: rhythmOf('week', plan.first, 2) };
    expect(withFirst(tuesdays, '2026-03-05T09:30').rhythm).toEqual({
      every: 'week',
      interval: 2,
      on: [4],
    });
  });

  it('leaves weekdays that were chosen', () => {
    const rhythm = { every: 'week', interval: 1, on: [1, 3] } as const;
    const chosen = { ...plan, rhythm: { ...rhythm, on: [...rhythm.on] } };
    expect(withFirst(chosen, '2026-03-05T09:30').rhythm).toEqual(rhythm);
  });

  it('that is only half typed changes nothing yet', () => {
    const second = { ...plan, rhythm: rhythmOf('nth', '2026-03-10T09:30', 1) };
    const half = withFirst(second, 'T09:30');
    expect(half.rhythm).toEqual(second.rhythm);
    expect(withFirst(half, '2026-03-18T09:30').rhythm).toMatchObject({ nth: 3, on: 3 });
  });

  it('moves a rhythm by the month', () => {
    const second = { ...plan, rhythm: rhythmOf('nth', '2026-03-10T09:30', 1) };
    expect(second.rhythm).toEqual({ every: 'weekday-of-month', interval: 1, nth: 2, on: 2 });
    expect(withFirst(second, '2026-03-18T09:30').rhythm).toEqual({
      every: 'weekday-of-month',
      interval: 1,
      nth: 3,
      on: 3,
    });
  });
});

it.each(['once', 'week', 'month', 'last-day', 'nth', 'last-weekday'] as const)(
  'the kind %s is found again in its rhythm',
  (kind) => {
    expect(kindOf(rhythmOf(kind, '2026-03-24T09:30', 1))).toBe(kind);
  },
);
