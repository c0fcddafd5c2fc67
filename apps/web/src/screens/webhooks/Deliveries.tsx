import { Trans, useLingui } from '@lingui/react/macro';
import type { Delivery, Webhook } from '@rondo/contract';
import { Badge, Button, dateIn, Dialog } from '@rondo/design';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import page from '../Page.module.css';
import styles from './Webhooks.module.css';

/** How often is looked whether what is under way has arrived. */
const EVERY_MS = 2_000;

const isOnItsWay = ({ state }: Delivery): boolean => state === 'waiting';

/** What was sent in the last 30 days, and what was answered. */
export function Deliveries({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useLingui();
  const list = useInfiniteQuery(
    api.webhooks.deliveries.infiniteOptions({
      input: (before: string | undefined) => ({
        webhook: webhook.id,
        limit: 20,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      refetchInterval: ({ state }) =>
        state.data?.pages.some((each) => each.deliveries.some(isOnItsWay)) ? EVERY_MS : false,
    }),
  );
  return (
    <Dialog
      open
      size="l"
      title={t`Sent to ${webhook.name}`}
      closeLabel={t`Close`}
      onClose={onClose}
    >
      <Answer query={list} loading={t`Loading`}>
        {({ pages }) => {
          const deliveries = pages.flatMap((each) => each.deliveries);
          if (deliveries.length === 0)
            return (
              <p className={page.quiet}>
                <Trans>Nothing was sent in the last 30 days.</Trans>
              </p>
            );
          return (
            <>
              <ul className={styles.deliveries}>
                {deliveries.map((delivery) => (
                  <DeliveryRow key={delivery.id} webhook={webhook.id} delivery={delivery} />
                ))}
              </ul>
              <ShowMore list={list} shown={deliveries.length}>
                <Trans>Show older ones</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
    </Dialog>
  );
}

function DeliveryRow({ webhook, delivery }: { webhook: string; delivery: Delivery }) {
  const { t, i18n } = useLingui();
  const queryClient = useQueryClient();
  const again = useMutation(
    api.webhooks.sendAgain.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.webhooks.deliveries.key() }),
    }),
  );
  const time = (at: string): string =>
    dateIn(i18n.locale, new Date(at), { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <li className={styles.delivery}>
      <div className={styles.what}>
        <strong>{delivery.event}</strong>
        {delivery.state === 'delivered' && <Badge tone="ok">{t`arrived`}</Badge>}
        {delivery.state === 'failed' && <Badge tone="danger">{t`not arrived`}</Badge>}
        {delivery.state === 'waiting' && <Badge tone="info">{t`is tried again`}</Badge>}
        <code className={styles.message}>{delivery.message}</code>
        {/* What waits for its next attempt may wait for hours, while its receiver has long been mended. */}
        {(delivery.state !== 'waiting' || delivery.attempts.length > 0) && (
          <Button
            size="s"
            tone="quiet"
            busy={again.isPending}
            onClick={() => again.mutate({ webhook, delivery: delivery.id })}
          >
            <Trans>Send again</Trans>
          </Button>
        )}
      </div>
      <ol className={styles.attempts}>
        {delivery.attempts.map(({ at, status, ms, error }) => (
          <li key={at}>
            {time(at)} · {status ?? '–'} · <Trans>{ms} ms</Trans>
            {error !== null && error !== `HTTP ${status}` && ` · ${error}`}
          </li>
        ))}
      </ol>
      {delivery.nextTryAt !== null && delivery.attempts.length > 0 && (
        <small className={page.quiet}>
          <Trans>Next attempt {time(delivery.nextTryAt)}</Trans>
        </small>
      )}
    </li>
  );
}
