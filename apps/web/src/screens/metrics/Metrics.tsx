import { Trans, useLingui } from '@lingui/react/macro';
import type { Figures, Metric } from '@rondo/contract';
import { buttonClass, dateIn, EmptyState, type Hue } from '@rondo/design';
import type { UseQueryResult } from '@tanstack/react-query';
import { Answer } from '../../shell/Answer.tsx';
import { CohortTable } from './CohortTable.tsx';
import { MetricSection } from './MetricSection.tsx';
import { TypesTable } from './TypesTable.tsx';
import { useMetricWords } from './useMetricWords.ts';
import styles from './Metrics.module.css';

interface Props {
  query: UseQueryResult<Figures>;
  /** Where the files are, such as `/api/server/metrics`. */
  files: string;
}

const LOOKS: Readonly<Record<Metric, { shape: 'line' | 'bars'; hue: Hue }>> = {
  'monthly-active': { shape: 'line', hue: 'collect' },
  'weekly-active': { shape: 'line', hue: 'respond' },
  'new-active': { shape: 'bars', hue: 'updates' },
  meetings: { shape: 'bars', hue: 'discuss' },
  guests: { shape: 'bars', hue: 'estimate' },
  teams: { shape: 'bars', hue: 'group' },
  views: { shape: 'bars', hue: 'agenda' },
  visitors: { shape: 'bars', hue: 'icebreaker' },
};

/** How much Rondo is used, week by week. */
export function Metrics({ query, files }: Props) {
  const { t, i18n } = useLingui();
  const metricWords = useMetricWords();
  return (
    <Answer query={query} loading={t`The figures are loading`}>
      {({ countedAt, weeks, series, types, cohorts }) =>
        series.every(({ values }) => values.every((value) => value === null)) ? (
          <EmptyState title={t`Nothing is counted yet`} drawing="lines">
            <Trans>
              With the first meeting of two people, the figures of its week appear here.
            </Trans>
          </EmptyState>
        ) : (
          <>
            <div className={styles.head}>
              <p className={styles.hint}>
                <Trans>Weeks begin on Monday, by UTC.</Trans>{' '}
                {countedAt !== null && (
                  <Trans>
                    Counted{' '}
                    {dateIn(i18n.locale, new Date(countedAt), {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                    })}
                    .
                  </Trans>
                )}
              </p>
              <span className={styles.files}>
                <a className={buttonClass({ size: 's' })} href={`${files}/csv`} download>
                  <Trans>Download CSV</Trans>
                </a>
                <a className={buttonClass({ size: 's' })} href={`${files}/json`} download>
                  <Trans>Download JSON</Trans>
                </a>
              </span>
            </div>
            <div className={styles.grid}>
              {series.map((each) => (
                <MetricSection
                  key={each.metric}
                  words={metricWords(each.metric)}
                  weeks={weeks}
                  series={each}
                  {...LOOKS[each.metric]}
                />
              ))}
            </div>
            <TypesTable types={types} />
            <CohortTable cohorts={cohorts} />
          </>
        )
      }
    </Answer>
  );
}
