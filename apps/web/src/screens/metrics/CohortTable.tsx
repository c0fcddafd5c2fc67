import { Trans, useLingui } from '@lingui/react/macro';
import type { Figures } from '@rondo/contract';
import { figureWords, weekWords } from './weekWords.ts';
import styles from './CohortTable.module.css';
import page from './Metrics.module.css';

/** Who came for the first time in a week: how many of them came again, one week later, two weeks later… */
export function CohortTable({ cohorts }: Pick<Figures, 'cohorts'>) {
  const { t, i18n } = useLingui();
  const weeks = Math.max(1, ...cohorts.map(({ active }) => active?.length ?? 0));
  const percent = new Intl.NumberFormat(i18n.locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return (
    <section className={page.wide} aria-labelledby="cohorts">
      <h2 id="cohorts" className={page.name}>
        <Trans>Who comes back</Trans>
      </h2>
      <p className={page.hint}>
        <Trans>
          People by the week in which they were active for the first time, and the share of them who
          were active again so many weeks later. Of fewer than five people nothing is shown: it
          would tell of single ones. The last of each row is this week so far.
        </Trans>
      </p>
      {cohorts.length === 0 ? (
        <p className={page.hint}>
          <Trans>Nobody has been active yet.</Trans>
        </p>
      ) : (
        <div
          className={styles.scroller}
          role="region"
          aria-label={t`Who comes back, by week`}
          // Wider than the window, it is scrolled by keys too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className={styles.table}>
            <caption className="visually-hidden">
              <Trans>Share of active people by week of first activity and weeks since then</Trans>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>First active in the week of</Trans>
                </th>
                <th scope="col" className={styles.end}>
                  <Trans>People</Trans>
                </th>
                {Array.from({ length: weeks }, (_, week) => (
                  <th key={week} scope="col" className={styles.end}>
                    <abbr title={t`Weeks later: ${week}`}>+{week}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map(({ monday, people, active }) => (
                <tr key={monday}>
                  <th scope="row">{weekWords(i18n.locale, monday)}</th>
                  <td className={styles.end}>{figureWords(i18n.locale, people)}</td>
                  {active === null ? (
                    <td colSpan={weeks} className={styles.few}>
                      <Trans>too few people</Trans>
                    </td>
                  ) : (
                    Array.from({ length: weeks }, (_, week) => (
                      <Share
                        key={week}
                        share={active[week]}
                        words={percent}
                        isRunning={week === active.length - 1}
                      />
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface ShareProps {
  share: number | undefined;
  words: Intl.NumberFormat;
  /** Of this week, in which some have yet to come. */
  isRunning: boolean;
}

function Share({ share, words, isRunning }: ShareProps) {
  const { t } = useLingui();
  if (share === undefined) return <td>{'\u00a0'}</td>;
  const figure = words.format(share);
  return (
    <td
      className={isRunning ? `${styles.share} ${styles.running}` : styles.share}
      style={{ '--share': `${Math.round(share * 45)}%` }}
      title={isRunning ? t`${figure}, this week so far` : undefined}
    >
      {figure}
    </td>
  );
}
