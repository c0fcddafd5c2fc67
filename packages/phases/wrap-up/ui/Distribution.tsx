import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import { answersIn, averageOf, type PhaseId } from '@rondo/meeting';
import { ScaleBars } from '../../parts/index.ts';
import { POINTS } from '../domain/index.ts';
import { usePointWords } from './usePointWords.ts';
import { useRating, useWrapUp } from './useWrapUp.ts';
import styles from './Distribution.module.css';

/** What the meeting was worth to people: the average, and how often each point was given. */
export function Distribution({ phase, counts }: { phase: PhaseId; counts: readonly number[] }) {
  const { t, i18n } = useLingui();
  const { settings } = useWrapUp(phase);
  const mine = useRating(phase);
  const pointWords = usePointWords(settings);
  const average = new Intl.NumberFormat(i18n.locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(averageOf(counts, 1) ?? 0);
  const bars = POINTS.map((point) => {
    const count = counts[point - 1] ?? 0;
    return {
      id: point,
      count,
      said: t`${point}, ${pointWords(point)}: ${plural(count, { one: '# rating', other: '# ratings' })}`,
      point: (
        <>
          {point}
          <small>{pointWords(point)}</small>
        </>
      ),
    };
  });
  return (
    <figure className={styles.figure} style={hueStyle('wrap-up')}>
      <figcaption className={styles.caption}>
        <span className={styles.average}>{average}</span>
        <span>
          <Trans>on average</Trans>,{' '}
          <Plural value={answersIn(counts)} one="# rating" other="# ratings" />
        </span>
      </figcaption>
      <ScaleBars size="l" bars={bars} mine={mine === null ? undefined : mine - 1} />
    </figure>
  );
}
