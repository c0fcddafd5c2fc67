import { Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, ConfirmButton, toast } from '@rondo/design';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { FindField } from '../organization/FindField.tsx';
import { useSettled } from '../organization/useSettled.ts';
import page from '../Page.module.css';
import styles from './Rows.module.css';

/** The team to put everything into is looked for by name, among those that one manages too. */
export function MergeTeam({ team }: { team: Team }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<{ id: string; name: string } | null>(null);
  const find = useSettled(typed);
  const list = useQuery({
    ...api.organizations.teams.queryOptions({
      input: { organization: team.organization.id, limit: 20, ...(find !== '' && { find }) },
    }),
    placeholderData: keepPreviousData,
  });
  const merge = useMutation(
    api.teams.merge.mutationOptions({
      onSuccess: async (merged) => {
        toast({ text: t`Everything of ${team.name} is in ${merged.name} now.`, tone: 'ok' });
        await navigate({ to: '/teams/$team', params: { team: merged.id } });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const error = merge.error ?? list.error;
  const others = list.data?.teams.filter(
    ({ id, manages, condition }) => id !== team.id && manages && condition === 'open',
  );
  if (into) {
    return (
      <div className={page.form}>
        {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
        <p>
          <Trans>
            Meetings, tasks, agenda, what is planned, activities and members of {team.name} go into{' '}
            {into.name}, whose members then read all of it. {team.name} itself is deleted. This
            cannot be undone.
          </Trans>
        </p>
        <ConfirmButton
          busy={merge.isPending}
          question={t`Really merge them for good?`}
          onConfirm={() => merge.mutate({ team: team.id, into: into.id })}
        >
          <Trans>Merge into {into.name}</Trans>
        </ConfirmButton>
        <Button tone="quiet" onClick={() => setInto(null)}>
          <Trans>Choose another</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className={page.form}>
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
      <FindField label={t`Find a team`} value={typed} onChange={setTyped} />
      {others?.length === 0 && (
        <p className={page.quiet}>
          <Trans>There is no other team here that you lead or manage.</Trans>
        </p>
      )}
      <ul className={styles.rows}>
        {others?.map(({ id, name }) => (
          <li key={id} className={styles.row}>
            <span className={styles.grow}>{name}</span>
            <Button size="s" aria-label={t`Choose ${name}`} onClick={() => setInto({ id, name })}>
              <Trans>Choose</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
