import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { ArchiveImport } from '../moving/ArchiveImport.tsx';
import { Jobs } from '../moving/Jobs.tsx';
import { Erasure } from './Erasure.tsx';
import styles from '../moving/Moving.module.css';
import page from '../Page.module.css';

/** What is kept about you: taken along, or erased. */
export default function AccountData() {
  const { t } = useLingui();
  useTitle(t`Your data`);
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const start = useMutation(
    api.dataJobs.exportMe.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.dataJobs.key() }),
    }),
  );
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Your data</Trans>
        </h1>
      </div>
      <section aria-labelledby="about-you">
        <h2 id="about-you" className={page.subtitle}>
          <Trans>Everything about you</Trans>
        </h2>
        <p className={styles.words}>
          <Trans>
            A ZIP file with your account, the teams and meetings you are in, your tasks, private
            ones too, and your words where they carry your name.
          </Trans>
        </p>
        {start.isError && <Banner tone="danger">{errorWords(start.error)}</Banner>}
        <Button tone="primary" busy={start.isPending} onClick={() => start.mutate({})}>
          <Trans>Make an export file</Trans>
        </Button>
        <Jobs about={{}} shown={({ kind }) => kind === 'export'} />
      </section>
      <section className={page.section} aria-labelledby="new-organization">
        <h2 id="new-organization" className={page.subtitle}>
          <Trans>Teams from another Rondo</Trans>
        </h2>
        <p className={styles.words}>
          <Trans>
            Here an export file becomes an organization of its own, and you its owner. Into one that
            there is already, import it on that organization’s page.
          </Trans>
        </p>
        <ArchiveImport organization={null} />
        <Jobs quiet about={{}} shown={({ kind }) => kind === 'import'} />
      </section>
      <Erasure />
    </>
  );
}
