import { Plural, useLingui } from '@lingui/react/macro';
import type { ForeignPreview } from '@rondo/contract';
import styles from '../moving/Moving.module.css';

/** What the file would bring: how much, and the first cards of each column. */
export function Contents({ seen: { counts, columns } }: { seen: ForeignPreview }) {
  const { t } = useLingui();
  const { topics, cards, stories, comments, tasks } = counts;
  return (
    <>
      <ul className={styles.counts} aria-label={t`What is in it`}>
        {topics > 0 && (
          <li>
            <Plural value={topics} one="# topic" other="# topics" />
          </li>
        )}
        {cards > 0 && (
          <li>
            <Plural value={cards} one="# card" other="# cards" />
          </li>
        )}
        {stories > 0 && (
          <li>
            <Plural value={stories} one="# story" other="# stories" />
          </li>
        )}
        {comments > 0 && (
          <li>
            <Plural value={comments} one="# comment" other="# comments" />
          </li>
        )}
        {tasks > 0 && (
          <li>
            <Plural value={tasks} one="# task" other="# tasks" />
          </li>
        )}
      </ul>
      <div className={styles.columns}>
        {columns.map(({ title, cards: first, more }) => (
          <div key={title}>
            <p className={styles.column}>{title}</p>
            <ul className={styles.cards} aria-label={title}>
              {first.map((card, place) => (
                // Cards of a file have no names of their own, and never move.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={place} className={styles.card}>
                  {card}
                </li>
              ))}
            </ul>
            {more > 0 && (
              <p className={styles.note}>
                <Plural value={more} one="and # more" other="and # more" />
              </p>
            )}
          </div>
        ))}
      </div>
    </>
  );
}
