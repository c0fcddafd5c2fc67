import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Card } from '@rondo/design';
import { inLanguage, type OutcomePart } from '@rondo/meeting';
import { ScaleChart } from '@rondo/phases/parts';
import { Trend } from './Trend.tsx';
import styles from './ScalePart.module.css';

/** How answers are spread on a scale, what was said with them, and how it was before. */
export function ScalePart({ part }: { part: Extract<OutcomePart, { as: 'scale' }> }) {
  const { i18n, t } = useLingui();
  const { counts, comments = [] } = part;
  const scale = {
    low: part.low,
    high: part.high,
    points: part.points,
    from: part.from ?? 1,
    score: part.score ?? ('average' as const),
  };
  return (
    <section className={styles.part}>
      <h3 className={styles.question}>{inLanguage(part.question, i18n.locale)}</h3>
      {counts === null ? (
        <p className={styles.note}>
          <Trans>Too few answers to show without giving somebody away.</Trans>{' '}
          {part.fewest !== undefined && (
            <Plural
              value={part.fewest}
              one="Shown from # answer on."
              other="Shown from # answers on."
            />
          )}
        </p>
      ) : (
        <ScaleChart counts={counts} scale={scale} />
      )}
      {comments.length > 0 && (
        <ul className={styles.comments} aria-label={t`Comments, in no particular order`}>
          {comments.map((text, index) => (
            <li key={index}>
              <Card size="s" hue="rate">
                {text}
              </Card>
            </li>
          ))}
        </ul>
      )}
      {part.statement !== undefined && (
        <Trend statement={part.statement} counts={counts} scale={scale} />
      )}
    </section>
  );
}
