import { Trans, useLingui } from '@lingui/react/macro';
import type { OrganizationPlan, PlanName } from '@rondo/contract';
import { Badge, Banner, Button } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { paysIn } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';
import page from '../../Page.module.css';
import styles from './Plan.module.css';

/** All plans, with what they allow and cost, and the way to one that is for sale. */
export function Offers({ plan }: { plan: OrganizationPlan }) {
  const words = usePlanWords();
  const isForSale = plan.offers.some((offer) => offer.isForSale);
  return (
    <section className={page.section} aria-labelledby="plans">
      <h2 id="plans" className={page.subtitle}>
        <Trans>Plans</Trans>
      </h2>
      <ul className={styles.offers}>
        {plan.offers.map((offer) => {
          const isYours = offer.plan === plan.plan;
          return (
            <li key={offer.plan} className={isYours ? styles.yours : styles.offer}>
              <p className={styles.name}>
                {words.name(offer.plan)}{' '}
                {isYours && (
                  <Badge tone="ok">
                    <Trans>your plan</Trans>
                  </Badge>
                )}
              </p>
              <p className={styles.allows}>{words.allows(offer.limits)}</p>
              <p className={styles.note}>
                <Cost offer={offer} />
              </p>
              {!isYours && offer.isForSale && mayBuy(plan) && (
                <Buy organization={plan.organization.id} plan={offer.plan} />
              )}
            </li>
          );
        })}
      </ul>
      {!isForSale && paysIn(plan) && (
        <p className={page.quiet}>
          <Trans>
            Nothing is sold on this server. Its owner changes plans: ask, if you need more room.
          </Trans>
        </p>
      )}
    </section>
  );
}

/** Who pays already changes that at the payment service; what the server’s owner has given is not for sale. */
const mayBuy = (plan: OrganizationPlan): boolean =>
  paysIn(plan) &&
  plan.setBy !== 'server' &&
  (plan.subscription === null || plan.subscription.status === 'ended');

function Cost({ offer }: { offer: OrganizationPlan['offers'][number] }) {
  const words = usePlanWords();
  if (offer.price) return words.price(offer.price);
  if (offer.isForSale) return <Trans>The price is on the next page</Trans>;
  if (offer.plan === 'free') return <Trans>Costs nothing, for as long as you like</Trans>;
  return <Trans>Given by the owner of this server</Trans>;
}

function Buy({ organization, plan }: { organization: string; plan: PlanName }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const words = usePlanWords();
  const name = words.name(plan);
  const checkout = useMutation(
    api.plans.checkout.mutationOptions({ onSuccess: ({ url }) => window.location.assign(url) }),
  );
  return (
    <>
      {checkout.isError && <Banner tone="danger">{errorWords(checkout.error)}</Banner>}
      <Button
        tone="primary"
        // Until the other page is there.
        busy={checkout.isPending || checkout.isSuccess}
        aria-label={t`Change to ${name}`}
        onClick={() => checkout.mutate({ organization, plan })}
      >
        <Trans>Change to {name}</Trans>
      </Button>
    </>
  );
}
