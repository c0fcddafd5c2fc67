import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './ScaleBars.module.css';

export interface ScaleBar {
  id: number;
  count: number;
  /** The bar as a sentence, for the ear. */
  said: string;
  /** What stands below it. */
  point: ReactNode;
}

interface Props {
  /** From the lowest point to the highest. */
  bars: readonly ScaleBar[];
  /** Which of them the viewer is part of, if that is known. */
  mine?: number | undefined;
  /** Large ones say 0, too. */
  size?: 'm' | 'l';
}

/** How often each point was given: bars for the eye, a list of sentences for the ear. */
export function ScaleBars({ bars, mine, size = 'm' }: Props) {
  const { t } = useLingui();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ol className={styles.bars} data-size={size} style={{ '--points': bars.length }}>
      {bars.map(({ id, count, said, point }, index) => (
        <li key={id} className={styles.bar} data-mine={mine === index ? '' : undefined}>
          <span className="visually-hidden">
            {mine === index ? t`${said}, yours among them` : said}
          </span>
          <span className={styles.count} aria-hidden="true">
            {count === 0 && size === 'm' ? '' : count}
          </span>
          <span className={styles.track} aria-hidden="true">
            <i style={{ blockSize: `${(count / most) * 100}%` }} />
          </span>
          <span className={styles.point} aria-hidden="true">
            {point}
            {mine === index && (
              <small className={styles.mine}>
                <Trans>yours</Trans>
              </small>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
