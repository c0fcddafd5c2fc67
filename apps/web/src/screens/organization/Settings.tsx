import { Trans, useLingui } from '@lingui/react/macro';
import type { Organization } from '@rondo/contract';
import { Banner, Button, RadioCards, TextField, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Webhooks } from '../webhooks/Webhooks.tsx';
import { Domains } from './Domains.tsx';
import page from '../Page.module.css';

/** What owners and admins decide for the whole organization. */
export function Settings({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [name, setName] = useState(organization.name);
  const manages = organization.role === 'owner' || organization.role === 'admin';
  const change = useMutation(
    api.organizations.change.mutationOptions({
      onSuccess: async () => {
        toast({ text: t`Saved`, tone: 'ok' });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate({ organization: organization.id, name });
  };
  return (
    <>
      {!manages && (
        <Banner tone="read-only">
          <Trans>Owners and admins of the organization may change what is here.</Trans>
        </Banner>
      )}
      {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
      <section className={page.section} aria-labelledby="name">
        <h2 id="name" className={page.subtitle}>
          <Trans>Name</Trans>
        </h2>
        <form className={page.form} onSubmit={submit}>
          <TextField
            label={t`Name of the organization`}
            required
            maxLength={80}
            disabled={!manages}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          {manages && (
            <Button type="submit" busy={change.isPending}>
              <Trans>Save</Trans>
            </Button>
          )}
        </form>
      </section>
      <section className={page.section} aria-labelledby="joining">
        <h2 id="joining" className={page.subtitle}>
          <Trans>Joining without an invitation</Trans>
        </h2>
        <div className={page.form}>
          <RadioCards
            label={t`Whoever has a mail address of one of the domains below`}
            value={(change.isPending && change.variables.joining) || organization.joining}
            onChange={(joining) => change.mutate({ organization: organization.id, joining })}
            options={[
              {
                value: 'off',
                label: t`Needs an invitation`,
                hint: t`Nobody from outside learns that the organization is here.`,
                disabled: !manages,
              },
              {
                value: 'ask',
                label: t`May ask`,
                hint: t`Owners and admins are told, and answer.`,
                disabled: !manages,
              },
              {
                value: 'join',
                label: t`May join at once`,
                hint: t`They become members, and join public teams by themselves.`,
                disabled: !manages,
              },
            ]}
          />
        </div>
      </section>
      {manages && <Domains organization={organization.id} />}
      {manages && <Webhooks owner={{ organization: organization.id }} />}
    </>
  );
}
