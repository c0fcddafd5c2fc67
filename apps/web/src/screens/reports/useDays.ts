import { useLingui } from '@lingui/react/macro';
import { dateIn, datesIn } from '@rondo/design';

/** Days of reports in the viewer's language; they are days of UTC, wherever one is. */
export function useDays() {
  const { i18n } = useLingui();
  return {
    week: ({ from, to }: { from: string; to: string }): string =>
      datesIn(i18n.locale, new Date(from), new Date(to < from ? from : to), {
        dateStyle: 'medium',
        timeZone: 'UTC',
      }),
    /** The day here on which something was done. */
    on: (at: string): string => dateIn(i18n.locale, new Date(at), { dateStyle: 'medium' }),
  };
}
