/**
 * A moment in the words of a language, in the way of the region where the browser is at home: 16:00 in
 * Ireland, 4:00 PM in Canada.
 */
export const dateIn = (
  locale: string,
  moment: Date | number,
  parts: Intl.DateTimeFormatOptions,
): string => formatIn(locale, parts).format(moment);

/** From one moment to another, in the same way; what both share is said once. */
export const datesIn = (
  locale: string,
  from: Date,
  to: Date,
  parts: Intl.DateTimeFormatOptions,
): string => formatIn(locale, parts).formatRange(from, to);

/** A day without a time, `YYYY-MM-DD`: at noon no time zone makes it another one. */
export const dayIn = (locale: string, day: string): string =>
  dateIn(locale, new Date(`${day}T12:00`), { dateStyle: 'medium' });

const formatIn = (locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(regionalOf(locale), parts);

const regionalOf = (locale: string): string =>
  navigator.languages.find((each) => each.startsWith(`${locale}-`)) ?? locale;
