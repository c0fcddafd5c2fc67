import type { PromisePeriod } from '@rondo/contract';
import styles from './Promises.module.css';

interface Props {
  periods: readonly PromisePeriod[];
  nameOf: (from: string) => string;
}

/** A bar for each week or month: what was promised, and the part of it that is done. The table says the same in numbers. */
export function PromiseBars({ periods, nameOf }: Props) {
  const most = Math.max(1, ...periods.map(({ promised }) => promised));
  return (
    <div className={styles.bars} aria-hidden="true">
      {periods.map(({ from, promised, done }, index) => (
        <div key={from} className={styles.period}>
          <div className={styles.room}>
            <div
              className={styles.promised}
              style={{ height: `${(promised / most) * 100}%` }}
              data-none={promised === 0 ? '' : undefined}
            >
              <div
                className={styles.done}
                style={{ height: `${promised === 0 ? 0 : (done / promised) * 100}%` }}
              />
            </div>
          </div>
          <span className={styles.when}>{index % 3 === 0 ? nameOf(from) : ''}</span>
        </div>
      ))}
    </div>
  );
}
