import { Trans, useLingui } from '@lingui/react/macro';
import type { OrganizationPlan } from '@rondo/contract';
import { Banner } from '@rondo/design';
import { useLocation } from '@tanstack/react-router';
import { Answer } from '../../../shell/Answer.tsx';
import { Beyond } from './Beyond.tsx';
import { Offers } from './Offers.tsx';
import { Paid } from './Paid.tsx';
import { Used } from './Used.tsx';
import { paysIn, usePlan } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';
import page from '../../Page.module.css';

/** What an organization may have, what is used, and how that is changed. */
export function Plan({ organization }: { organization: string }) {
  const { t } = useLingui();
  // The payment service sends people back to this address.
  const hasPaid = useLocation({ select: ({ searchStr }) => searchStr.includes('paid=yes') });
  const query = usePlan(organization, hasPaid);
  return (
    <Answer query={query} loading={t`The plan is loading`}>
      {(plan) => <Seen plan={plan} hasPaid={hasPaid} />}
    </Answer>
  );
}

function Seen({ plan, hasPaid }: { plan: OrganizationPlan; hasPaid: boolean }) {
  const words = usePlanWords();
  const name = words.name(plan.plan);
  const isConfirmed = plan.subscription?.status === 'active';
  if (!plan.limited) {
    return (
      <p className={page.quiet}>
        <Trans>This server has no plans: there may be as many teams as you like.</Trans>
      </p>
    );
  }
  return (
    <>
      {hasPaid &&
        (isConfirmed ? (
          <Banner tone="ok">
            <Trans>Thank you. The plan {name} holds from now on.</Trans>
          </Banner>
        ) : (
          <Banner tone="info">
            <Trans>
              Your payment is on its way to us. This page changes by itself, usually within a few
              seconds.
            </Trans>
          </Banner>
        ))}
      <Used plan={plan} />
      {plan.notice && <Beyond plan={plan} notice={plan.notice} />}
      <Offers plan={plan} />
      {plan.subscription && <Paid plan={plan} subscription={plan.subscription} />}
      {!paysIn(plan) && (
        <p className={page.quiet}>
          <Trans>Owners, and who looks after billing, may change the plan.</Trans>
        </p>
      )}
    </>
  );
}
