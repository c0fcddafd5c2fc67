import { Trans } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { ArchiveImport } from '../../moving/ArchiveImport.tsx';
import { Jobs } from '../../moving/Jobs.tsx';
import styles from '../../moving/Moving.module.css';
import page from '../../Page.module.css';

/** For owners and admins: everything of an organization goes out, and teams come in. */
export function OrganizationData({ organization }: { organization: string }) {
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const start = useMutation(
    api.dataJobs.exportOrganization.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.dataJobs.key() }),
    }),
  );
  return (
    <>
      <section className={page.section} aria-labelledby="data-out">
        <h2 id="data-out" className={page.subtitle}>
          <Trans>Take everything along</Trans>
        </h2>
        <p className={styles.words}>
          <Trans>
            One ZIP file with all teams: meetings with what remained of them, tasks, agendas,
            series, activities, reports, and the people with their mail addresses. For you to read,
            and for Rondo to import again. Private tasks, passwords and links are not in it, and
            nobody knows who wrote what was anonymous.
          </Trans>
        </p>
        {start.isError && <Banner tone="danger">{errorWords(start.error)}</Banner>}
        <Button
          tone="primary"
          busy={start.isPending}
          onClick={() => start.mutate({ organization })}
        >
          <Trans>Make an export file</Trans>
        </Button>
        <Jobs about={{ organization }} shown={({ kind }) => kind === 'export'} />
      </section>
      <section className={page.section} aria-labelledby="data-in">
        <h2 id="data-in" className={page.subtitle}>
          <Trans>Bring teams in</Trans>
        </h2>
        <ArchiveImport organization={organization} />
        <Jobs quiet about={{ organization }} shown={({ kind }) => kind === 'import'} />
      </section>
    </>
  );
}
