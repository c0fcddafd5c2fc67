/** A moment as the browser's own field for date and time wants it: in the clock of this place. Null: empty. */
export function localMinute(moment: number | null): string {
  if (moment === null) return '';
  const shifted = new Date(moment - new Date(moment).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** What stands in such a field, ms since 1970; null: nothing, or no date. */
export function momentOf(field: string): number | null {
  const moment = new Date(field).getTime();
  return Number.isNaN(moment) ? null : moment;
}
