import { useLingui } from '@lingui/react/macro';
import type { Metric } from '@rondo/contract';

export interface MetricWords {
  name: string;
  /** What exactly is counted. */
  hint: string;
}

/** Every figure in plain words. */
export function useMetricWords(): (metric: Metric) => MetricWords {
  const { t } = useLingui();
  return (metric) => {
    switch (metric) {
      case 'monthly-active':
        return {
          name: t`Monthly active people`,
          hint: t`Who did something on purpose in the 28 days up to the end of the week: looking does not count. Guests are counted apart.`,
        };
      case 'weekly-active':
        return {
          name: t`Weekly active people`,
          hint: t`Who did something on purpose in the week.`,
        };
      case 'new-active':
        return {
          name: t`New people`,
          hint: t`Who did something on purpose for the first time ever.`,
        };
      case 'meetings':
        return {
          name: t`Weekly meetings`,
          hint: t`Meetings with two or more people and a contribution. Each counts once, in the week in which it got there.`,
        };
      case 'guests':
        return {
          name: t`Guests`,
          hint: t`People without an account in these meetings, counted in each of them.`,
        };
      case 'teams':
        return { name: t`Active teams`, hint: t`Teams with such a meeting in the week.` };
      case 'views':
        return {
          name: t`Page views`,
          hint: t`Pages of the web app that were looked at. Programs and people who object are left out.`,
        };
      case 'visitors':
        return {
          name: t`Visitors`,
          hint: t`Different visitors of each day, added up over the week. Without cookies nobody is known again the next day.`,
        };
    }
  };
}
