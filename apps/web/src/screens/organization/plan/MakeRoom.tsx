import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, ConfirmButton, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { Answer } from '../../../shell/Answer.tsx';
import { FindField } from '../FindField.tsx';
import { useSettled } from '../useSettled.ts';
import { roomIn } from './usePlan.ts';
import styles from './Plan.module.css';

/** From so many teams on one looks for the one to put away. */
const MANY = 12;

/** Archives a team, so that there is room for another. */
export function MakeRoom({ organization, onDone }: { organization: string; onDone: () => void }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const find = useSettled(typed);
  const query = useQuery(
    api.organizations.teams.queryOptions({
      input: { organization, show: 'active', limit: MANY, ...(find !== '' && { find }) },
    }),
  );
  const archive = useMutation(
    api.teams.archive.mutationOptions({
      onSuccess: async ({ name }) => {
        const plan = await queryClient.query({
          ...api.plans.get.queryOptions({ input: { organization } }),
          staleTime: 0,
        });
        // Beyond the limit one is not enough.
        const isRoom = roomIn(plan) !== 0;
        const text = isRoom ? t`${name} is archived. There is room now.` : t`${name} is archived.`;
        toast({ text, tone: 'ok' });
        if (isRoom) onDone();
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <>
      <h3 className={styles.name}>
        <Trans>Archive a team</Trans>
      </h3>
      <p>
        <Trans>
          All of it stays and can be read and exported; it can be restored at any time there is
          room.
        </Trans>
      </p>
      {archive.isError && <Banner tone="danger">{errorWords(archive.error)}</Banner>}
      <Answer query={query} loading={t`The teams are loading`}>
        {({ teams, next }) => {
          const yours = teams.filter(({ manages }) => manages);
          return (
            <>
              {(next !== null || find !== '') && (
                <FindField label={t`Find a team`} value={typed} onChange={setTyped} />
              )}
              {yours.length === 0 && (
                <p className={styles.note}>
                  <Trans>None of these is yours to archive: its leads may, and owners.</Trans>
                </p>
              )}
              <ul className={styles.teams} aria-label={t`Teams`}>
                {yours.map((team) => (
                  <li key={team.id} className={styles.row}>
                    <span className={styles.grow}>{team.name}</span>
                    <ConfirmButton
                      size="s"
                      tone="plain"
                      question={t`Archive ${team.name}?`}
                      busy={archive.isPending && archive.variables.team === team.id}
                      onConfirm={() => archive.mutate({ team: team.id })}
                    >
                      <Trans>
                        Archive<span className="visually-hidden"> {team.name}</span>
                      </Trans>
                    </ConfirmButton>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Answer>
    </>
  );
}
