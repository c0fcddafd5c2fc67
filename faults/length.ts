/** `npm run faults` plays everything at full length; `npm test` a short form of each. */
export const isLong = process.env['FAULTS'] === 'long';

/** @returns what fits the form that is played */
export const inForm = <T>(forms: { readonly short: T; readonly long: T }): T =>
  isLong ? forms.long : forms.short;
