import { Trans } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { useDays } from '../reports/useDays.ts';
import { Post } from './Post.tsx';
import page from '../Page.module.css';
import styles from './Report.module.css';

/** What was corrected, and for members what it said before. */
export function History({ report }: { report: Report }) {
  const { on } = useDays();
  if (report.corrections.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="corrections">
      <h2 id="corrections" className={page.subtitle}>
        <Trans>Corrections</Trans>
      </h2>
      <ol className={styles.entries}>
        {report.corrections.map(({ id, at, by, note, before }) => (
          <li key={id} className={styles.said}>
            <p>{note}</p>
            <p className={styles.small}>
              {on(at)}, {by}
            </p>
            {before && (
              <details>
                <summary>
                  <Trans>What it said before</Trans>
                </summary>
                <Post report={report} content={before} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
