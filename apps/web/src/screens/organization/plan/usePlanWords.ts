import { useLingui } from '@lingui/react/macro';
import type { OrganizationPlan, PlanName, Price } from '@rondo/contract';
import { dateIn } from '@rondo/design';

export interface PlanWords {
  readonly name: (plan: PlanName) => string;
  readonly allows: (limits: OrganizationPlan['limits']) => string;
  readonly price: (price: Price) => string;
  readonly day: (moment: string) => string;
}

/** Plans, prices and days in the language of the page. */
export function usePlanWords(): PlanWords {
  const { t, i18n } = useLingui();
  return {
    name: (plan) => ({ free: t`Free`, team: t`Team`, enterprise: t`Enterprise` })[plan],
    allows: ({ activeTeams }) =>
      activeTeams === null ? t`As many teams as you like` : t`Up to ${activeTeams} active teams`,
    price: (price) => {
      const amount = amountIn(i18n.locale, price);
      switch (price.every) {
        case 'day':
          return t`${amount} for each active member and day`;
        case 'week':
          return t`${amount} for each active member and week`;
        case 'month':
          return t`${amount} for each active member and month`;
        case 'year':
          return t`${amount} for each active member and year`;
      }
    },
    day: (moment) => dateIn(i18n.locale, new Date(moment), { dateStyle: 'long' }),
  };
}

/** Prices come in the smallest unit, of which currencies have a hundred, a thousand or one in a whole. */
function amountIn(locale: string, { amount, currency }: Price): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
