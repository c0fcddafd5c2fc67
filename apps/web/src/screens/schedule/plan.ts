import type { GuestPolicy, Pause, Rhythm, Series } from '@rondo/contract';

/** What the form holds; everything the contract wants of a plan. */
export interface Plan {
  activity: string;
  name: string;
  number: number;
  /** `2026-03-27T09:30`, on the wall of `zone`. */
  first: string;
  zone: string;
  rhythm: Rhythm | null;
  until: string | null;
  pauses: Pause[];
  guests: GuestPolicy | null;
  anonymous: boolean | null;
  without: number[];
  options: Series['options'];
  facilitator: string | null;
  mail: boolean;
  endPrevious: boolean;
}

/** A new plan: the next full hour from tomorrow on this weekday, every week. */
export function newPlan(activity: string, name: string, zone: string): Plan {
  const soon = new Date(Date.now() + 24 * 3_600_000);
  soon.setHours(10, 0, 0, 0);
  const first = localOf(soon);
  return {
    activity,
    name,
    number: 1,
    first,
    zone,
    rhythm: { every: 'week', interval: 1, on: [weekdayOf(first)] },
    until: null,
    pauses: [],
    guests: null,
    anonymous: null,
    without: [],
    options: { review: true },
    facilitator: null,
    mail: true,
    endPrevious: true,
  };
}

export const planOf = ({ activity, facilitator, ...series }: Series): Plan => ({
  activity: activity.id,
  facilitator: facilitator?.id ?? null,
  name: series.name,
  number: series.number,
  first: series.first,
  zone: series.zone,
  rhythm: series.rhythm,
  until: series.until,
  pauses: series.pauses,
  guests: series.guests,
  anonymous: series.anonymous,
  without: series.without,
  options: series.options,
  mail: series.mail,
  endPrevious: series.endPrevious,
});

/** This browser's clock as `2026-03-27T09:30`. */
function localOf(moment: Date): string {
  const inUtc = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return inUtc.toISOString().slice(0, 16);
}

const dayOf = (first: string): Date => new Date(`${first.slice(0, 10)}T00:00Z`);

/** 1 is Monday. */
export const weekdayOf = (first: string): number => dayOf(first).getUTCDay() || 7;

/** How a date stands in its month, for rhythms by the month. */
export function placeInMonth(first: string): {
  day: number;
  isLastDay: boolean;
  /** The first to fourth of its weekday; null for a fifth. */
  nth: 1 | 2 | 3 | 4 | null;
  isLastOfWeekday: boolean;
} {
  const date = dayOf(first);
  const day = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const nth = ([1, 2, 3, 4] as const).find((each) => day <= each * 7) ?? null;
  return { day, isLastDay: day === length, nth, isLastOfWeekday: day + 7 > length };
}

/** The kinds of rhythm the form offers. */
export type Kind = 'once' | 'week' | 'month' | 'last-day' | 'nth' | 'last-weekday';

export function kindOf(rhythm: Rhythm | null): Kind {
  if (rhythm === null) return 'once';
  if (rhythm.every === 'week') return 'week';
  if (rhythm.every === 'month') return rhythm.day === -1 ? 'last-day' : 'month';
  return rhythm.nth === -1 ? 'last-weekday' : 'nth';
}

/** The rhythm of a kind that fits the first date. */
export function rhythmOf(kind: Kind, first: string, interval: number): Rhythm | null {
  const { day, nth } = placeInMonth(first);
  const on = weekdayOf(first);
  switch (kind) {
    case 'once':
      return null;
    case 'week':
      return { every: 'week', interval, on: [on] };
    case 'month':
      return { every: 'month', interval, day };
    case 'last-day':
      return { every: 'month', interval, day: -1 };
    case 'nth':
      return { every: 'weekday-of-month', interval, nth: nth ?? -1, on };
    case 'last-weekday':
      return { every: 'weekday-of-month', interval, nth: -1, on };
  }
}

/** False while a date is being typed. */
export const isWholeDay = (first: string): boolean => !Number.isNaN(dayOf(first).getTime());

/** The plan with another first date: a rhythm that went by the old one goes by the new one. */
export function withFirst(plan: Plan, first: string): Plan {
  const { rhythm } = plan;
  const isSame = first.slice(0, 10) === plan.first.slice(0, 10);
  if (rhythm === null || isSame || !isWholeDay(first)) return { ...plan, first };
  if (rhythm.every !== 'week') {
    return { ...plan, first, rhythm: rhythmOf(kindOf(rhythm), first, rhythm.interval) };
  }
  const [only] = rhythm.on;
  const followed =
    rhythm.on.length === 1 && (!isWholeDay(plan.first) || only === weekdayOf(plan.first));
  return { ...plan, first, rhythm: followed ? { ...rhythm, on: [weekdayOf(first)] } : rhythm };
}
