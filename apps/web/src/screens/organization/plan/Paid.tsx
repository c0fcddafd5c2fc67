import { Plural, Trans } from '@lingui/react/macro';
import type { OrganizationPlan } from '@rondo/contract';
import { Banner, Button } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { paysIn } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';
import page from '../../Page.module.css';

interface Props {
  plan: OrganizationPlan;
  subscription: NonNullable<OrganizationPlan['subscription']>;
}

/** What is paid, and the way to invoices, cards and the end of it. */
export function Paid({ plan, subscription }: Props) {
  const errorWords = useErrorWords();
  const words = usePlanWords();
  const { status, seats, paidUntil, ends } = subscription;
  const portal = useMutation(
    api.plans.portal.mutationOptions({ onSuccess: ({ url }) => window.location.assign(url) }),
  );
  const until = paidUntil === null ? '' : words.day(paidUntil);
  return (
    <section className={page.section} aria-labelledby="paid">
      <h2 id="paid" className={page.subtitle}>
        <Trans>Payment</Trans>
      </h2>
      {status === 'failing' && (
        <Banner tone="warn">
          <Trans>
            The last payment did not go through and is tried again in the next days. Nothing changes
            meanwhile. A new card or another account is usually all it takes.
          </Trans>
        </Banner>
      )}
      {portal.isError && <Banner tone="danger">{errorWords(portal.error)}</Banner>}
      {status === 'ended' ? (
        <p>
          <Trans>Nothing is paid any more. Invoices of the past are still there.</Trans>
        </p>
      ) : (
        <>
          {seats !== null && (
            <p>
              <Plural
                value={seats}
                one="Paid is for one active member. The number follows by itself every day."
                other="Paid is for # active members. The number follows by itself every day."
              />
            </p>
          )}
          {paidUntil !== null && (
            <p>
              {ends ? (
                <Trans>
                  The plan was cancelled and ends on {until}. Nothing is deleted then: teams beyond
                  the free plan go on for another 30 days, and can be read for ever.
                </Trans>
              ) : (
                <Trans>The next payment is due on {until}.</Trans>
              )}
            </p>
          )}
        </>
      )}
      {paysIn(plan) && (
        <Button
          busy={portal.isPending || portal.isSuccess}
          onClick={() => portal.mutate({ organization: plan.organization.id })}
        >
          <Trans>Invoices, cards, cancelling</Trans>
        </Button>
      )}
    </section>
  );
}
