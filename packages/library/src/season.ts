import { z } from 'zod';

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const WRITTEN_DAY = '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

/** Days of every year are written `MM-DD`, so that their order is the order of their letters. */
function isDayOfYear(text: string): boolean {
  if (!new RegExp(WRITTEN_DAY, 'u').test(text)) return false;
  const [month = 0, day = 0] = text.split('-').map(Number);
  return day <= (DAYS_OF_MONTHS[month - 1] ?? 0);
}

function dayOfYear(description: string) {
  return z
    .string()
    .refine(isDayOfYear, {
      error: ({ input }) =>
        `“${String(input)}” is not a day of the year; write month and day with two digits each, such as “12-31”.`,
    })
    .meta({ description, pattern: WRITTEN_DAY });
}

/** `to` before `from` is a season that lasts over New Year. */
export const Season = z.strictObject({
  from: dayOfYear('The first day on which the activity shows, as MM-DD.'),
  to: dayOfYear('The last day on which it shows, as MM-DD; before “from” if that is next year.'),
});
