type Language = 'en' | 'de';

/**
 * How a language writes dates where nobody knows the reader's country: days before months, and months in
 * letters, so that nobody reads another day.
 */
export const dateFormat = (
  language: Language,
  zone: string,
  dateStyle: 'long' | 'medium' = 'long',
): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle, timeZone: zone });

/** The day on which a moment is in a time zone: `20 November 2026`. */
export const dayAt = (moment: Date | number, language: Language, zone: string): string =>
  dateFormat(language, zone).format(moment);

/** A day that is the same everywhere, such as `2026-11-20`. */
export const dayText = (day: string, language: Language): string =>
  dayAt(Date.parse(day), language, 'UTC');
