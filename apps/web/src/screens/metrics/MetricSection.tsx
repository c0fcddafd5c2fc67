import { Trans, useLingui } from '@lingui/react/macro';
import type { Figures, MetricSeries } from '@rondo/contract';
import { Table, type Hue } from '@rondo/design';
import { useId } from 'react';
import type { MetricWords } from './useMetricWords.ts';
import { WeekChart } from './WeekChart.tsx';
import { changeWords, figureWords, weekWords } from './weekWords.ts';
import styles from './Metrics.module.css';

interface Props {
  words: MetricWords;
  weeks: Figures['weeks'];
  series: MetricSeries;
  shape: 'line' | 'bars';
  hue: Hue;
}

/** One figure: how it stands, how the last week went, the year as a picture and as a table. */
export function MetricSection({ words: { name, hint }, weeks, series, shape, hue }: Props) {
  const { t, i18n } = useLingui();
  const id = useId();
  const locale = i18n.locale;
  const { values, changes, medians, sentence } = series;
  const [over, running] = [values.at(-2) ?? null, values.at(-1) ?? null];
  const words = locale === 'de' ? sentence.de : sentence.en;
  return (
    <section className={styles.metric} aria-labelledby={id}>
      <h2 id={id} className={styles.name}>
        {name}
      </h2>
      <p className={styles.hint}>{hint}</p>
      <p className={styles.now}>
        <span className={styles.figure}>{figureWords(locale, over ?? running)}</span>{' '}
        <span className={styles.which}>
          {over !== null ? (
            <Trans>last week</Trans>
          ) : running !== null ? (
            <Trans>this week so far</Trans>
          ) : (
            <Trans>not counted yet</Trans>
          )}
        </span>
      </p>
      <p className={styles.sentence}>
        {[
          words,
          over !== null && running !== null && t`this week so far: ${figureWords(locale, running)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <WeekChart name={name} weeks={weeks} series={series} shape={shape} hue={hue} />
      <details className={styles.details}>
        <summary>
          <Trans>As a table</Trans>
        </summary>
        <Table
          caption={name}
          hideCaption
          columns={[
            { key: 'week', label: t`Week of` },
            { key: 'value', label: t`Figure`, align: 'end' },
            { key: 'change', label: t`Change`, align: 'end' },
            { key: 'median', label: t`Median of four`, align: 'end' },
          ]}
          rows={weeks
            .map(({ monday, partial }, index) => ({
              id: monday,
              cells: {
                week: partial
                  ? t`${weekWords(locale, monday)} (not over)`
                  : weekWords(locale, monday),
                value: figureWords(locale, values[index]),
                change: changeWords(locale, changes[index]),
                median: figureWords(locale, medians[index]),
              },
            }))
            .filter((_, index) => (values[index] ?? null) !== null)
            .toReversed()}
        />
      </details>
    </section>
  );
}
