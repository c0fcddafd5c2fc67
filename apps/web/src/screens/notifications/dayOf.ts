import { dateIn } from '@rondo/design';

const DAY_MS = 86_400_000;

/** What the day of a moment is called, where one is: “today”, “yesterday”, or its date. */
export function dayOf(locale: string, moment: Date, now = new Date()): string {
  const ago = Math.round((midnight(now) - midnight(moment)) / DAY_MS);
  if (ago === 0 || ago === 1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
    return words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
  }
  return dateIn(locale, moment, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(moment.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  });
}

const midnight = (moment: Date): number => new Date(moment).setHours(0, 0, 0, 0);
