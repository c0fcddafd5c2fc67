import { useLingui } from '@lingui/react/macro';
import { dateIn } from '@rondo/design';
import { dayHere } from './dayHere.ts';

const DAY = 86_400_000;

/** Days and moments near today, in words: today, tomorrow, yesterday, else the date. */
export function useDayWords() {
  const { t, i18n } = useLingui();
  /** @param day YYYY-MM-DD */
  const dayWords = (day: string): string => {
    const from = (after: number): string => dayHere(new Date(Date.now() + after * DAY));
    if (day === from(0)) return t`today`;
    if (day === from(1)) return t`tomorrow`;
    if (day === from(-1)) return t`yesterday`;
    return dateIn(i18n.locale, new Date(`${day}T12:00:00`), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(day.slice(0, 4) !== from(0).slice(0, 4) && { year: 'numeric' }),
    });
  };
  /** @param at ISO 8601 */
  const momentWords = (at: string): string => {
    const moment = new Date(at);
    const day = dayWords(dayHere(moment));
    const time = dateIn(i18n.locale, moment, { timeStyle: 'short' });
    return t`${day} at ${time}`;
  };
  return { dayWords, momentWords };
}
