import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import {
  answersIn,
  averageOf,
  recommendationScore,
  spreadOf,
  type Counts,
  type LocalText,
} from '@rondo/meeting';
import { useWords } from '../useWords.ts';
import { ScaleBars } from './ScaleBars.tsx';
import { ScaleSign } from './ScaleSign.tsx';
import styles from './ScaleChart.module.css';

/** How points are called, and what is made of the answers. */
export interface ScaleWords {
  low: LocalText;
  high: LocalText;
  /** Absent: the points are numbers. */
  points?: readonly { label: LocalText; sign?: string | undefined }[] | undefined;
  /** The number of the lowest point. */
  from: number;
  score: 'none' | 'average' | 'enps';
}

interface Props {
  counts: Counts;
  scale: ScaleWords;
  /** What the viewer has answered, if that is known. */
  mine?: number | undefined;
}

/** Answers lie this far apart where people see things really differently. */
export const FAR_APART = 0.6;
const NEAR = 0.3;

/** What was answered on a scale: how often each point, and what that comes to. */
export function ScaleChart({ counts, scale, mine }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const last = counts.length - 1;
  const isNarrow = counts.length > 7;
  const bars = counts.map((count, index) => {
    const named = scale.points?.[index];
    const number = index + scale.from;
    const end = index === 0 ? scale.low : index === last ? scale.high : null;
    const meaning = named ? words(named.label) : end ? words(end) : null;
    const called = named ? words(named.label) : meaning ? `${number}, ${meaning}` : number;
    return {
      id: number,
      count,
      said: t`${called}: ${plural(count, { one: '# answer', other: '# answers' })}`,
      point: (
        <>
          {named ? named.sign !== undefined && <ScaleSign sign={named.sign} /> : number}
          {meaning && (!isNarrow || named) && (
            <small data-end={named ? undefined : ''}>{meaning}</small>
          )}
        </>
      ),
    };
  });
  return (
    <figure
      className={styles.figure}
      data-narrow={isNarrow ? '' : undefined}
      style={hueStyle('rate')}
    >
      <Figures counts={counts} scale={scale} />
      <ScaleBars bars={bars} mine={mine} />
      {!scale.points && (
        <p className={styles.ends} aria-hidden="true">
          <span>{words(scale.low)}</span>
          <span>{words(scale.high)}</span>
        </p>
      )}
    </figure>
  );
}

function Figures({ counts, scale: { from, score } }: Pick<Props, 'counts' | 'scale'>) {
  const { i18n } = useLingui();
  const spread = spreadOf(counts);
  const average = averageOf(counts, from);
  const recommended = recommendationScore(counts);
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(i18n.locale, options);
  return (
    <figcaption className={styles.caption}>
      {score === 'average' && average !== null && (
        <span className={styles.value}>
          {numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(average)}{' '}
          <small>
            <Trans>on average</Trans>
          </small>
        </span>
      )}
      {score === 'enps' && recommended !== null && (
        <span className={styles.value}>
          {numbers({ signDisplay: 'exceptZero' }).format(recommended)}{' '}
          <small>
            <Trans>recommendation score, from −100 to 100</Trans>
          </small>
        </span>
      )}
      <span>
        <Plural value={answersIn(counts)} one="# answer" other="# answers" />
        {' · '}
        {spread >= FAR_APART ? (
          <Trans>far apart</Trans>
        ) : spread >= NEAR ? (
          <Trans>some differ</Trans>
        ) : (
          <Trans>close together</Trans>
        )}
      </span>
    </figcaption>
  );
}
