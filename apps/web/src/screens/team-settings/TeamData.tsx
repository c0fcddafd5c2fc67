import { Trans } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, linkClass } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Jobs } from '../moving/Jobs.tsx';
import { Retention } from './Retention.tsx';
import styles from '../moving/Moving.module.css';
import page from '../Page.module.css';

/** What the team has written: taken along, brought from elsewhere, kept for so long. */
export function TeamData({ team }: { team: Team }) {
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const start = useMutation(
    api.dataJobs.exportTeam.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.dataJobs.key() }),
    }),
  );
  return (
    <section className={page.section} aria-labelledby="team-data">
      <h2 id="team-data" className={page.subtitle}>
        <Trans>The team’s data</Trans>
      </h2>
      <Retention team={team} />
      {team.role !== null && team.condition === 'open' && (
        <p className={styles.words}>
          <Link className={linkClass} to="/teams/$team/import" params={{ team: team.id }}>
            <Trans>Bring meetings from another tool</Trans>
          </Link>
        </p>
      )}
      {team.manages && (
        <>
          <p className={styles.words}>
            <Trans>
              An export file has everything of the team, for you to read and for Rondo to import
              again.
            </Trans>
          </p>
          {start.isError && <Banner tone="danger">{errorWords(start.error)}</Banner>}
          <Button busy={start.isPending} onClick={() => start.mutate({ team: team.id })}>
            <Trans>Make an export file of the team</Trans>
          </Button>
          <Jobs about={{ team: team.id }} />
        </>
      )}
    </section>
  );
}
