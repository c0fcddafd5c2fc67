import { dateIn } from '@rondo/design';

/** A week by its first day, such as `16 Nov 2026`; days of the figures are those of UTC. */
export const weekWords = (locale: string, monday: string): string =>
  dateIn(locale, new Date(`${monday}T00:00:00Z`), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** Such as `+4 %`. */
export const changeWords = (locale: string, change: number | null | undefined): string =>
  change === null || change === undefined
    ? '–'
    : new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 0,
        signDisplay: 'exceptZero',
      }).format(change);

export const figureWords = (locale: string, value: number | null | undefined): string =>
  value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
