import { Trans, useLingui } from '@lingui/react/macro';
import type { TaskWithThread } from '@rondo/contract';
import { Banner, Button, Select } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useMe } from '../../shell/useMe.ts';
import styles from './TaskDialog.module.css';

/** Takes a task to another team's board, for whoever is in more than one. */
export function OtherTeam({ task }: { task: TaskWithThread }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { teams } = useMe();
  const [chosen, setChosen] = useState('');
  const bring = useMutation(
    api.tasks.bring.mutationOptions({
      onSuccess: async ({ id, team }) => {
        await queries.invalidateQueries({ queryKey: api.tasks.key() });
        await navigate({ to: '/teams/$team/tasks', params: { team }, search: { task: id } });
      },
    }),
  );
  const others = teams.filter(({ id, condition }) => id !== task.team && condition === 'open');
  if (others.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>
        <Trans>Move to another team</Trans>
      </summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== '') bring.mutate({ task: task.id, team: chosen });
        }}
      >
        <Select
          label={t`Team`}
          hint={t`It goes with its thread and history. Who takes it stays if they are in that team too.`}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          options={[
            { value: '', label: t`Choose a team` },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div className={styles.row}>
          <Button type="submit" disabled={chosen === ''} busy={bring.isPending}>
            <Trans>Move it</Trans>
          </Button>
        </div>
        {bring.isError && <Banner tone="danger">{errorWords(bring.error)}</Banner>}
      </form>
    </details>
  );
}
