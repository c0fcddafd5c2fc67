import { Rhythm } from '@rondo/contract';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** 1 is Monday. */
const dayOf = (weekday: number): string => DAYS[weekday - 1] ?? 'MO';
const weekdayOf = (day: string): number => DAYS.findIndex((each) => each === day) + 1;

/** The days that every month has. */
const SHORTEST_MONTH = 28;

/** A rhythm as RFC 5545 writes it, for storing and for calendars. */
export function toRRule(rhythm: Rhythm): string {
  const interval = `INTERVAL=${rhythm.interval}`;
  switch (rhythm.every) {
    case 'week': {
      const days = [...new Set(rhythm.on)].toSorted((a, b) => a - b).map(dayOf);
      return `FREQ=WEEKLY;${interval};BYDAY=${days.join(',')};WKST=MO`;
    }
    case 'month':
      return `FREQ=MONTHLY;${interval};${monthDay(rhythm.day)}`;
    case 'weekday-of-month':
      return `FREQ=MONTHLY;${interval};BYDAY=${rhythm.nth}${dayOf(rhythm.on)}`;
  }
}

/**
 * A bare `BYMONTHDAY=31` leaves out every month without a 31st. People who say “the 31st” mean the
 * last day there: the last of the days 28 to 31 that exist.
 */
function monthDay(day: number): string {
  if (day <= SHORTEST_MONTH) return `BYMONTHDAY=${day}`;
  const days = Array.from({ length: day - SHORTEST_MONTH + 1 }, (_, i) => SHORTEST_MONTH + i);
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

/** The rhythm of a rule that `toRRule` has written; any other is a defect. */
export function fromRRule(rrule: string): Rhythm {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const [byDay, byMonthDay] = [parts.get('BYDAY'), parts.get('BYMONTHDAY')];
  if (parts.get('FREQ') === 'WEEKLY' && byDay !== undefined) {
    return { every: 'week', interval, on: byDay.split(',').map(weekdayOf) };
  }
  if (byMonthDay !== undefined) {
    return { every: 'month', interval, day: Math.max(...byMonthDay.split(',').map(Number)) };
  }
  const [, nth, day] = /^(-1|[1-4])([A-Z]{2})$/.exec(byDay ?? '') ?? [];
  if (nth === undefined || day === undefined) throw new Error(`An unknown rule: ${rrule}`);
  // The pattern lets only these numbers through.
  const position = Number(nth) as -1 | 1 | 2 | 3 | 4;
  return { every: 'weekday-of-month', interval, nth: position, on: weekdayOf(day) };
}

/** Whether it is a rule as `toRRule` writes them; one that comes from elsewhere may be anything. */
export function isRRule(rrule: string): boolean {
  try {
    const rhythm = Rhythm.safeParse(fromRRule(rrule));
    return rhythm.success && toRRule(rhythm.data) === rrule;
  } catch {
    // What it throws is how it says no.
    return false;
  }
}
