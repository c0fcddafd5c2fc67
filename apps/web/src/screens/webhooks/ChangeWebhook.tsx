import { Trans, useLingui } from '@lingui/react/macro';
import type { Webhook, WebhookEvent } from '@rondo/contract';
import { Banner, Button, Dialog, TextField, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { EventChoice } from './EventChoice.tsx';
import page from '../Page.module.css';

interface Props {
  webhook: Webhook;
  onClose: () => void;
}

/** Name, events, and a new address in place of the one that nobody sees any more. */
export function ChangeWebhook({ webhook, onClose }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [name, setName] = useState(webhook.name);
  const [address, setAddress] = useState('');
  const [events, setEvents] = useState<WebhookEvent[]>(webhook.events);
  const change = useMutation(
    api.webhooks.change.mutationOptions({
      onSuccess: async () => {
        toast({ text: t`Saved`, tone: 'ok' });
        await queryClient.invalidateQueries({ queryKey: api.webhooks.key() });
        onClose();
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate({ webhook: webhook.id, name, events, ...(address !== '' && { address }) });
  };
  return (
    <Dialog open title={webhook.name} closeLabel={t`Close`} onClose={onClose}>
      <form className={page.form} onSubmit={submit}>
        {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
        <TextField
          label={t`Name`}
          required
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t`Another address`}
          hint={t`Empty: it stays ${webhook.address}`}
          type="url"
          maxLength={1_000}
          autoComplete="off"
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <EventChoice value={events} onChange={setEvents} />
        <Button tone="primary" type="submit" busy={change.isPending} disabled={events.length === 0}>
          <Trans>Save</Trans>
        </Button>
      </form>
    </Dialog>
  );
}
