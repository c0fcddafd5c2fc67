const WEEK = 7 * 86_400_000;

/** The day on this person's calendar, as `MM-DD`: seasons are told so. */
export function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()];
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Another number each week. */
export const weekNow = (now = Date.now()): number => Math.floor(now / WEEK);
