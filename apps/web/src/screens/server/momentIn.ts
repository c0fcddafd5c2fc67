import { dateIn } from '@rondo/design';

/** The time alone while it is today. */
export function momentIn(locale: string, moment: Date, now = new Date()): string {
  const isToday = moment.toDateString() === now.toDateString();
  return dateIn(locale, moment, { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) });
}
