import { Trans, useLingui } from '@lingui/react/macro';
import type { Webhook } from '@rondo/contract';
import { Badge, Banner, Button, Menu } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { ChangeWebhook } from './ChangeWebhook.tsx';
import { Deliveries } from './Deliveries.tsx';
import { TestAnswer } from './TestAnswer.tsx';
import { useWebhookWords } from './useWebhookWords.ts';
import type { NewSecret } from './Webhooks.tsx';
import rows from '../team-settings/Rows.module.css';
import styles from './Webhooks.module.css';

interface Props {
  webhook: Webhook;
  canChange: boolean;
  onSecret: (made: NewSecret) => void;
}

/** One chat or program, how it goes, and what can be done about it. */
export function WebhookRow({ webhook, canChange, onSecret }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const { forms } = useWebhookWords();
  const queryClient = useQueryClient();
  const [shows, setShows] = useState<'log' | 'change' | 'remove' | null>(null);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: api.webhooks.key() });
  const change = useMutation(api.webhooks.change.mutationOptions({ onSuccess }));
  const remove = useMutation(api.webhooks.remove.mutationOptions({ onSuccess }));
  const renew = useMutation(
    api.webhooks.renewSecret.mutationOptions({
      onSuccess: ({ secret }) => onSecret({ id: webhook.id, name: webhook.name, secret }),
    }),
  );
  const test = useMutation(api.webhooks.test.mutationOptions());
  const error = change.error ?? remove.error ?? renew.error ?? test.error;
  const { id, on } = webhook;
  return (
    <li className={styles.webhook}>
      <div className={rows.row}>
        <span className={rows.grow}>
          {webhook.name} <Standing webhook={webhook} />
          <small className={rows.note}>
            {forms[webhook.form]} · {webhook.address}
          </small>
        </span>
        <Button size="s" busy={test.isPending} onClick={() => test.mutate({ webhook: id })}>
          <Trans>Test</Trans>
        </Button>
        <Menu
          label={t`More about ${webhook.name}`}
          iconOnly
          tone="quiet"
          align="end"
          button={<Ellipsis size={18} aria-hidden />}
          items={[
            { label: t`What was sent`, onSelect: () => setShows('log') },
            ...(canChange
              ? [
                  { label: t`Change`, onSelect: () => setShows('change') },
                  {
                    label: on ? t`Switch off` : t`Switch on`,
                    onSelect: () => change.mutate({ webhook: id, on: !on }),
                  },
                  ...(webhook.form === 'standard'
                    ? [
                        {
                          label: t`Make a new secret`,
                          note: t`For a day the old one signs too`,
                          onSelect: () => renew.mutate({ webhook: id }),
                        },
                      ]
                    : []),
                ]
              : []),
            'line' as const,
            { label: t`Remove`, onSelect: () => setShows('remove') },
          ]}
        />
      </div>
      {error && <Banner tone="danger">{errorWords(error)}</Banner>}
      {test.data && <TestAnswer answer={test.data} />}
      {webhook.gaveUp && (
        <Banner tone="warn">
          <Trans>
            It was switched off, because nothing had arrived there for days. Look at what was sent,
            mend the address, and switch it on again.
          </Trans>
        </Banner>
      )}
      {shows === 'remove' && (
        <Banner
          tone="warn"
          action={
            <>
              <Button size="s" tone="danger" onClick={() => remove.mutate({ webhook: id })}>
                <Trans>Remove</Trans>
              </Button>{' '}
              <Button size="s" onClick={() => setShows(null)}>
                <Trans>Keep</Trans>
              </Button>
            </>
          }
        >
          <Trans>Remove {webhook.name} with its log?</Trans>
        </Banner>
      )}
      {shows === 'change' && <ChangeWebhook webhook={webhook} onClose={() => setShows(null)} />}
      {shows === 'log' && <Deliveries webhook={webhook} onClose={() => setShows(null)} />}
    </li>
  );
}

function Standing({ webhook }: { webhook: Webhook }) {
  const { t } = useLingui();
  if (!webhook.on) return <Badge>{t`off`}</Badge>;
  if (webhook.failingSince !== null) return <Badge tone="danger">{t`does not arrive`}</Badge>;
  return null;
}
