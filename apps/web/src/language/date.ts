/**
 * A moment in the words of a language, in the way of the region where the browser is at home: 16:00 in
 * Ireland, 4:00 PM in Canada.
 */
export const dateIn = (locale: string, moment: Date, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(regionalOf(locale), parts).format(moment);

const regionalOf = (locale: string): string =>
  navigator.languages.find((each) => each.startsWith(`${locale}-`)) ?? locale;
