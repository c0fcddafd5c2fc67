import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextField } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useMe } from '../../shell/useMe.ts';
import { Refused } from '../organization/plan/Refused.tsx';
import { RoomHint } from '../organization/plan/RoomHint.tsx';
import page from '../Page.module.css';

/** Another team in an organization one belongs to. */
export function NewTeam() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { organizations } = useMe().me;
  const [organization, setOrganization] = useState(organizations[0]?.id ?? '');
  const [name, setName] = useState('');
  const create = useMutation(
    api.teams.create.mutationOptions({
      onSuccess: async ({ team }) => {
        await queryClient.invalidateQueries({ queryKey: api.me.key() });
        await navigate({ to: '/teams/$team', params: { team } });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate({ organization, name });
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
        <Button type="submit" busy={create.isPending}>
          <Trans>Make the team</Trans>
        </Button>
      </form>
    </section>
  );
}
