import { Trans } from '@lingui/react/macro';
import type { Report, ReportContent } from '@rondo/contract';
import { Markdown, Stat } from '@rondo/design';
import { useDays } from '../reports/useDays.ts';
import { useFigureNames } from '../reports/useFigureNames.ts';
import styles from './Post.module.css';

interface Props {
  report: Report;
  /** What is typed right now, instead of what is saved. */
  content?: ReportContent;
  author?: string;
}

/** The report as readers see it. */
export function Post({ report, content = report.content, author = report.author }: Props) {
  const { week } = useDays();
  const figureNames = useFigureNames();
  const figures = report.counted.filter(({ name }) => content.figures.includes(name));
  return (
    <article className={styles.post} lang={report.team.language}>
      <h2 className={styles.title}>{content.title || report.team.name}</h2>
      <p className={styles.meta}>
        <Trans>
          {week(content)}, by {author}
        </Trans>
      </p>
      {content.intro !== '' && (
        <div className={styles.intro}>
          <Markdown text={content.intro} />
        </div>
      )}
      {figures.length > 0 && (
        <div className={styles.figures}>
          {figures.map(({ name, value }) => (
            <Stat key={name} value={value} label={figureNames[name]} />
          ))}
        </div>
      )}
      {content.sentence !== '' && <p className={styles.sentence}>{content.sentence}</p>}
      {content.sections.map(({ id, title, entries }) => {
        const told = entries.filter(({ text }) => text.trim() !== '');
        return (
          told.length > 0 && (
            <section key={id} className={styles.section}>
              <h3 className={styles.subtitle}>{title}</h3>
              <ul className={styles.entries}>
                {told.map((entry) => (
                  <li key={entry.id}>
                    <Markdown text={entry.text} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </article>
  );
}
