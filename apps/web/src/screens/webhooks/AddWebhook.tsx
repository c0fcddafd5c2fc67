import { Trans, useLingui } from '@lingui/react/macro';
import type { Webhook, WebhookEvent, WebhookForm } from '@rondo/contract';
import { Banner, Button, Dialog, Select, TextField, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { EventChoice } from './EventChoice.tsx';
import { USUAL_EVENTS, useWebhookWords } from './useWebhookWords.ts';
import type { NewSecret, Owner } from './Webhooks.tsx';
import page from '../Page.module.css';

interface Made {
  webhook: Webhook;
  secret: string | null;
}

interface Props {
  owner: Owner;
  onClose: () => void;
  /** @param secret null: it is a chat, which has none */
  onMade: (secret: NewSecret | null) => void;
}

/** A new chat or program. */
export function AddWebhook({ owner, onClose, onMade }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const { forms } = useWebhookWords();
  const queryClient = useQueryClient();
  const [form, setForm] = useState<WebhookForm>('slack');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [events, setEvents] = useState<WebhookEvent[]>([...USUAL_EVENTS]);
  const made = {
    onSuccess: async ({ webhook, secret }: Made) => {
      toast({ text: t`Added. Try it with the test button.`, tone: 'ok' });
      await queryClient.invalidateQueries({ queryKey: api.webhooks.key() });
      onMade(secret === null ? null : { id: webhook.id, name: webhook.name, secret });
    },
  };
  const forTeam = useMutation(api.webhooks.makeForTeam.mutationOptions(made));
  const forAll = useMutation(api.webhooks.makeForOrganization.mutationOptions(made));
  const { error, isPending } = 'team' in owner ? forTeam : forAll;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const plan = { form, name, address, events };
    if ('team' in owner) forTeam.mutate({ ...owner, ...plan });
    else forAll.mutate({ ...owner, ...plan });
  };
  // The words name every form there is.
  const all = Object.keys(forms) as WebhookForm[];
  return (
    <Dialog open title={t`Add a chat or webhook`} closeLabel={t`Close`} onClose={onClose}>
      <form className={page.form} onSubmit={submit}>
        {error && <Banner tone="danger">{errorWords(error)}</Banner>}
        <Select
          label={t`What is told`}
          value={form}
          onChange={({ target }) => setForm(all.find((each) => each === target.value) ?? 'slack')}
          options={all.map((value) => ({ value, label: forms[value] }))}
        />
        <TextField
          label={t`Name`}
          hint={t`Such as the channel.`}
          required
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={form === 'standard' ? t`Address` : t`Address of the incoming webhook`}
          hint={
            form === 'standard'
              ? t`Begins with https://`
              : t`Your chat makes it where it manages incoming webhooks. It is kept like a password.`
          }
          type="url"
          required
          maxLength={1_000}
          autoComplete="off"
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <EventChoice value={events} onChange={setEvents} />
        <Button tone="primary" type="submit" busy={isPending} disabled={events.length === 0}>
          <Trans>Add</Trans>
        </Button>
      </form>
    </Dialog>
  );
}
