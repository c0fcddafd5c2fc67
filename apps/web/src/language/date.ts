/** A moment in the words of a language. */
export const dateIn = (locale: string, moment: Date, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, parts).format(moment);
