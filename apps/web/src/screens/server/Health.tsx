import { Trans, useLingui } from '@lingui/react/macro';
import type { DoctorReport } from '@rondo/contract';
import { announce, Banner, Button } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Answer } from '../../shell/Answer.tsx';
import { examined } from './findings.ts';
import { Findings } from './Findings.tsx';
import { Looked } from './Looked.tsx';
import { isOverdue } from './overdue.ts';
import { Verdict } from './Verdict.tsx';
import styles from './Health.module.css';

/** How often it is asked for what is seen from outside, ms, and after how long no more. */
const ASK_AGAIN_MS = 3_000;
const OUTSIDE_MS = 180_000;

/** What the doctor last found, and to have it look now. */
export function Health() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  /** When it last looked because you asked, by the server's clock; null: nothing is awaited. */
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const options = api.operations.doctor.queryOptions({ input: {} });
  const query = useQuery({
    ...options,
    refetchInterval: ({ state }) =>
      state.data && isAwaited(state.data.reports, lookedAt) ? ASK_AGAIN_MS : false,
  });
  const look = useMutation(
    api.operations.examine.mutationOptions({
      // Says at once that there is no network, instead of waiting for it.
      networkMode: 'always',
      onSuccess: (answer) => {
        queryClient.setQueryData(options.queryKey, answer);
        const { failures, warnings } = examined(answer.reports);
        announce(t`Looked. To be mended: ${failures.length}. Worth mending: ${warnings.length}.`);
        setLookedAt(latestOf(answer.reports));
      },
    }),
  );
  useEffect(() => {
    if (lookedAt === null) return undefined;
    const timer = setTimeout(() => setLookedAt(null), OUTSIDE_MS);
    return () => clearTimeout(timer);
  }, [lookedAt]);
  return (
    <Answer query={query} loading={t`The doctor’s report is loading`}>
      {({ reports }) => {
        const all = examined(reports);
        return (
          <>
            <Verdict
              examined={all}
              // From outside it is looked at a while after a start.
              isOld={reports.some(({ scope, at }) => scope !== 'outside' && isOverdue(at))}
              action={
                <Button busy={look.isPending} onClick={() => look.mutate({})}>
                  <Trans>Look now</Trans>
                </Button>
              }
            >
              <Looked reports={reports} isOutsideAwaited={isAwaited(reports, lookedAt)} />
            </Verdict>
            {look.isError && (
              <div className={styles.refused}>
                <Banner tone="danger">{errorWords(look.error)}</Banner>
              </div>
            )}
            <Findings examined={all} />
            <p className={styles.foot}>
              <Trans>
                The doctor looks by itself: at every start, and every hour. At a terminal it looks
                at everything, also as another user: <code>npm run rondo -- doctor</code>.
              </Trans>
            </p>
          </>
        );
      }}
    </Answer>
  );
}

const latestOf = (reports: readonly DoctorReport[]): string | null =>
  reports
    .filter(({ scope }) => scope !== 'outside')
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? null;

/** From outside it takes up to minutes: that comes later. */
function isAwaited(reports: readonly DoctorReport[], lookedAt: string | null): boolean {
  if (lookedAt === null) return false;
  const outside = reports.find(({ scope }) => scope === 'outside');
  return outside === undefined || outside.at < lookedAt;
}
