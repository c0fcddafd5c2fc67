import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, Switch, TextField } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { Refused } from './plan/Refused.tsx';
import { RoomHint } from './plan/RoomHint.tsx';
import page from '../Page.module.css';

/** Another team in one of these organizations; whoever makes it leads it. */
export function NewTeam({
  organizations,
}: {
  organizations: readonly { id: string; name: string }[];
}) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [organization, setOrganization] = useState(organizations[0]?.id ?? '');
  const [name, setName] = useState('');
  const [isPublic, setPublic] = useState(false);
  const create = useMutation(
    api.teams.create.mutationOptions({
      onSuccess: async ({ team }) => {
        await queryClient.invalidateQueries();
        await navigate({ to: '/teams/$team', params: { team } });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate({ organization, name, isPublic });
  };
  if (organizations.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="new-team">
      <h2 id="new-team" className={page.subtitle}>
        <Trans>Another team</Trans>
      </h2>
      <RoomHint organization={organization} />
      <Refused organization={organization} error={create.error} onClose={() => create.reset()} />
      <form className={page.form} onSubmit={submit}>
        {organizations.length > 1 && (
          <Select
            label={t`Organization`}
            value={organization}
            onChange={(event) => setOrganization(event.target.value)}
            options={organizations.map((each) => ({ value: each.id, label: each.name }))}
          />
        )}
        <TextField
          label={t`Name of the team`}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Switch
          label={t`Everybody in the organization may join`}
          hint={t`Else they ask, and its leads answer. Can be changed later.`}
          checked={isPublic}
          onChange={setPublic}
        />
        <Button type="submit" busy={create.isPending}>
          <Trans>Make the team</Trans>
        </Button>
      </form>
    </section>
  );
}
