import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';

/** Days of reports in the viewer's language; they are days of UTC, wherever one is. */
export function useDays() {
  const { i18n } = useLingui();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const moment = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium' });
    return {
      week: ({ from, to }: { from: string; to: string }): string =>
        day.formatRange(new Date(from), new Date(to < from ? from : to)),
      /** The day here on which something was done. */
      on: (at: string): string => moment.format(new Date(at)),
    };
  }, [i18n.locale]);
}
