import { selectOrdinal } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Rhythm, Series } from '@rondo/contract';
import { dateIn } from '@rondo/design';

type Times = Pick<Series, 'first' | 'zone' | 'rhythm'>;

/** The last day or weekday of a month. */
const LAST = -1;

/** When a series takes place, in a sentence: “Every 2 weeks on Tuesday at 09:30”. */
export function useRhythmWords(): (times: Times) => string {
  const { t, i18n } = useLingui();
  const nth = (position: number): string => {
    const names = [t`first`, t`second`, t`third`, t`fourth`];
    return names[position - 1] ?? t`last`;
  };
  return ({ first, rhythm }) => {
    const time = wallTimeWords(i18n.locale, first);
    if (rhythm === null) {
      const day = wallDayWords(i18n.locale, first);
      return t`Once, on ${day} at ${time}`;
    }
    const n = rhythm.interval;
    switch (rhythm.every) {
      case 'week': {
        const days = daysWords(i18n.locale, rhythm.on);
        if (n > 1) return t`Every ${n} weeks on ${days} at ${time}`;
        return isWorkWeek(rhythm)
          ? t`Monday to Friday at ${time}`
          : t`Every week on ${days} at ${time}`;
      }
      case 'month': {
        const { day } = rhythm;
        if (day === LAST) {
          return n > 1
            ? t`Every ${n} months on the last day at ${time}`
            : t`Every month on the last day at ${time}`;
        }
        return n > 1
          ? t`Every ${n} months on the ${selectOrdinal(day, { one: '#st', two: '#nd', few: '#rd', other: '#th' })} at ${time}`
          : t`Every month on the ${selectOrdinal(day, { one: '#st', two: '#nd', few: '#rd', other: '#th' })} at ${time}`;
      }
      case 'weekday-of-month': {
        const [which, day] = [nth(rhythm.nth), daysWords(i18n.locale, [rhythm.on])];
        return n > 1
          ? t`Every ${n} months on the ${which} ${day} at ${time}`
          : t`Every month on the ${which} ${day} at ${time}`;
      }
    }
  };
}

const isWorkWeek = (rhythm: Rhythm): boolean =>
  rhythm.every === 'week' &&
  [1, 2, 3, 4, 5].every((day) => rhythm.on.includes(day)) &&
  rhythm.on.length === 5;

/** A time on a wall belongs to no zone; UTC only keeps it from being moved. */
const onTheWall = (local: string): Date => new Date(`${local}:00Z`);

const wallTimeWords = (locale: string, local: string): string =>
  dateIn(locale, onTheWall(local), { timeStyle: 'short', timeZone: 'UTC' });

const wallDayWords = (locale: string, local: string): string =>
  dateIn(locale, onTheWall(local), { dateStyle: 'full', timeZone: 'UTC' });

/** @param weekday 1 is Monday */
export const weekdayWord = (
  locale: string,
  weekday: number,
  length: 'long' | 'short' = 'long',
): string =>
  // The 1st of January 2024 was a Monday.
  dateIn(locale, new Date(Date.UTC(2024, 0, weekday)), { weekday: length, timeZone: 'UTC' });

const daysWords = (locale: string, weekdays: readonly number[]): string =>
  new Intl.ListFormat(locale).format(
    weekdays.toSorted((a, b) => a - b).map((each) => weekdayWord(locale, each)),
  );
