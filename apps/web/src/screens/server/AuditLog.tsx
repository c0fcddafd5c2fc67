import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn, EmptyState } from '@rondo/design';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { ActRow } from './ActRow.tsx';
import { Command } from './Command.tsx';
import { daysOf } from './days.ts';
import { useActWords } from './useActWords.ts';
import styles from './AuditLog.module.css';

/** What was done to accounts, teams, meetings and the server, the latest first. */
export function AuditLog() {
  const { t, i18n } = useLingui();
  const words = useActWords();
  const list = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (before: number | undefined) => ({
        limit: 100,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  const dayWords = (at: Date): string => dateIn(i18n.locale, at, { dateStyle: 'full' });
  return (
    <Answer query={list} loading={t`The audit log is loading`}>
      {({ pages }) => {
        const acts = pages.flatMap((page) => page.acts);
        const [head] = acts;
        if (!head)
          return (
            <EmptyState title={t`Nothing was done yet`} drawing="lines">
              <Trans>Who signs in, and what is changed, appears here.</Trans>
            </EmptyState>
          );
        return (
          <>
            <p className={styles.lead}>
              <Trans>
                There are no names in it and no words of anybody: ids, and the first part of network
                addresses. Nothing is ever taken out.
              </Trans>
            </p>
            {daysOf(acts, dayWords).map(({ day, entries }) => (
              <section key={day} className={styles.day} aria-label={day}>
                <h2 className={styles.title}>{day}</h2>
                <ol className={styles.acts}>
                  {entries.map((entry) => (
                    <ActRow key={entry.act.n} entry={entry} words={words(entry.act)} />
                  ))}
                </ol>
              </section>
            ))}
            <ShowMore list={list} shown={acts.length}>
              <Trans>Show older ones</Trans>
            </ShowMore>
            <details className={styles.chain}>
              <summary className={styles.summary}>
                <Trans>Was anything changed in it?</Trans>
              </summary>
              <p>
                <Trans>
                  Every row is sealed with the one before it. Keep this line somewhere else from
                  time to time: at a terminal it shows whether all {head.n} rows up to now are still
                  there as they were.
                </Trans>
              </p>
              <Command text={`npm run rondo -- audit verify --head ${head.n}:${head.hash}`} />
            </details>
          </>
        );
      }}
    </Answer>
  );
}
