import { Trans, useLingui } from '@lingui/react/macro';
import type { DataJob } from '@rondo/contract';
import { announce } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { JobRow } from './JobRow.tsx';
import styles from './Moving.module.css';

/** While something is on its way it is asked about so often, ms. */
const ASK_EVERY = 1_000;

const isOnItsWay = ({ state }: DataJob): boolean => state === 'waiting' || state === 'working';

interface Props {
  /** Whose exports and imports; none: what is about oneself. */
  about: { organization?: string; team?: string };
  /** Nothing is said where there are none. */
  quiet?: boolean;
  /** Which of them. */
  shown?: (job: DataJob) => boolean;
}

/** Exports and imports that somebody has asked for, with how far they are. */
export function Jobs({ about, quiet = false, shown = () => true }: Props) {
  const { t } = useLingui();
  const query = useQuery(
    api.dataJobs.list.queryOptions({
      input: about,
      refetchInterval: ({ state }) => (state.data?.jobs.some(isOnItsWay) ? ASK_EVERY : false),
    }),
  );
  const jobs = query.data?.jobs.filter(shown) ?? [];
  useAnnouncement(jobs);
  return (
    <Answer query={query} loading={t`What you have asked for is loading`}>
      {() =>
        jobs.length === 0 ? (
          <p className={styles.none} hidden={quiet}>
            <Trans>
              Nothing yet. What you ask for appears here, and can be fetched for a week.
            </Trans>
          </p>
        ) : (
          <ul className={styles.rows}>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** Says when something that was on its way is there. */
function useAnnouncement(jobs: readonly DataJob[]): void {
  const { t } = useLingui();
  const before = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (isOnItsWay(job) || !before.current.has(job.id)) continue;
      if (job.state === 'ready')
        announce(job.kind === 'export' ? t`Your export file is ready.` : t`The import is done.`);
      if (job.state === 'failed') announce(t`That did not work.`, { assertive: true });
    }
    before.current = new Set(jobs.filter(isOnItsWay).map(({ id }) => id));
  }, [jobs, t]);
}
