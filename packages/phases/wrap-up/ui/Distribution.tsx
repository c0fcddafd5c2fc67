import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { POINTS } from '../domain/index.ts';
import { usePointWords } from './usePointWords.ts';
import { useRating, useWrapUp } from './useWrapUp.ts';
import styles from './Distribution.module.css';

/** How often each point was given: bars for the eye, a list of sentences for the ear. */
export function Distribution({ phase, counts }: { phase: PhaseId; counts: readonly number[] }) {
  const { t, i18n } = useLingui();
  const { settings } = useWrapUp(phase);
  const mine = useRating(phase);
  const pointWords = usePointWords(settings);
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const total = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const most = Math.max(1, ...counts);
  const average = new Intl.NumberFormat(i18n.locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(answers === 0 ? 0 : total / answers);
  return (
    <figure className={styles.figure} style={hueStyle('wrap-up')}>
      <figcaption className={styles.caption}>
        <span className={styles.average}>{average}</span>
        <span>
          <Trans>on average</Trans>, <Plural value={answers} one="# rating" other="# ratings" />
        </span>
      </figcaption>
      <ol className={styles.bars}>
        {POINTS.map((point) => {
          const count = counts[point - 1] ?? 0;
          const said = t`${point}, ${pointWords(point)}: ${plural(count, { one: '# rating', other: '# ratings' })}`;
          return (
            <li key={point} className={styles.bar} data-mine={mine === point ? '' : undefined}>
              <span className="visually-hidden">
                {mine === point ? t`${said}, yours among them` : said}
              </span>
              <span className={styles.count} aria-hidden="true">
                {count}
              </span>
              <span className={styles.track} aria-hidden="true">
                <i style={{ blockSize: `${(count / most) * 100}%` }} />
              </span>
              <span className={styles.point} aria-hidden="true">
                {point}
                <small>{pointWords(point)}</small>
                {mine === point && (
                  <small className={styles.mine}>
                    <Trans>yours</Trans>
                  </small>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
