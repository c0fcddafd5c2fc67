/** Days are texts such as `2026-11-23`, in UTC: the same for all people and servers, and never 23 hours long. */

const DAY_MS = 86_400_000;

/** @param moment ms since 1970 */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const daysAfter = (day: string, days: number): string =>
  dayOf(momentOf(day) + days * DAY_MS);

/** How many days `to` is behind `from`. */
export const daysBetween = (from: string, to: string): number =>
  (momentOf(to) - momentOf(from)) / DAY_MS;

/** 1: Monday … 7: Sunday. */
const weekdayOf = (day: string): number => new Date(momentOf(day)).getUTCDay() || 7;

/** The Monday of its week. */
export const mondayOf = (day: string): string => daysAfter(day, 1 - weekdayOf(day));

/** The week of ISO 8601, such as `2026-W48`: the year is that of its Thursday. */
export function weekNameOf(day: string): string {
  const thursday = daysAfter(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Mondays of so many weeks, the last one that of this day. */
export function mondaysTo(day: string, weeks: number): string[] {
  const last = mondayOf(day);
  return Array.from({ length: weeks }, (_, index) => daysAfter(last, 7 * (index - weeks + 1)));
}
