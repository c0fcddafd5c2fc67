import { Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, Dialog, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useMe } from '../../shell/useMe.ts';
import { MergeTeam } from './MergeTeam.tsx';
import { MoveTeam } from './MoveTeam.tsx';
import page from '../Page.module.css';
import styles from './PutAway.module.css';

/** To archive, move or merge a team: each says what it does before it is done. */
export function PutAway({ team }: { team: Team }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const { organizations } = useMe().me;
  const [asking, setAsking] = useState<'archive' | 'move' | 'merge' | null>(null);
  const close = (): void => setAsking(null);
  const archive = useMutation(
    api.teams.archive.mutationOptions({
      onSuccess: async () => {
        close();
        toast({ text: t`${team.name} is archived.`, tone: 'ok' });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const managed = organizations.filter(({ role }) => role === 'owner' || role === 'admin');
  const isManaged = managed.some(({ id }) => id === team.organization.id);
  const targets = managed.filter(({ id }) => id !== team.organization.id);
  return (
    <section className={page.section} aria-labelledby="put-away">
      <h2 id="put-away" className={page.subtitle}>
        <Trans>Put away, move, merge</Trans>
      </h2>
      <div className={styles.choices}>
        {team.condition !== 'archived' && (
          <Button onClick={() => setAsking('archive')}>
            <Trans>Archive the team…</Trans>
          </Button>
        )}
        {isManaged && targets.length > 0 && (
          <Button onClick={() => setAsking('move')}>
            <Trans>Move to another organization…</Trans>
          </Button>
        )}
        <Button onClick={() => setAsking('merge')}>
          <Trans>Merge into another team…</Trans>
        </Button>
      </div>
      <Dialog
        open={asking === 'archive'}
        onClose={close}
        title={t`Archive ${team.name}?`}
        closeLabel={t`Close`}
      >
        <div className={page.form}>
          {archive.isError && <Banner tone="danger">{errorWords(archive.error)}</Banner>}
          <p>
            <Trans>
              Everything stays, to be read by its members. Nothing can be added or changed, what is
              planned does not take place, and meetings that run go on to their end. It can be
              restored at any time. Its members are told.
            </Trans>
          </p>
          <Button
            tone="danger"
            busy={archive.isPending}
            onClick={() => archive.mutate({ team: team.id })}
          >
            <Trans>Archive the team</Trans>
          </Button>
        </div>
      </Dialog>
      <Dialog
        open={asking === 'move'}
        onClose={close}
        title={t`Move ${team.name}`}
        closeLabel={t`Close`}
      >
        <MoveTeam team={team} targets={targets} onDone={close} />
      </Dialog>
      <Dialog
        open={asking === 'merge'}
        onClose={close}
        title={t`Merge ${team.name} into another team`}
        closeLabel={t`Close`}
      >
        <MergeTeam team={team} />
      </Dialog>
    </section>
  );
}
