import { useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { hueColour, type Hue } from '@rondo/design';
import { arcsOf } from './arcs.ts';
import styles from './FlowRing.module.css';

const RADIUS = 50;

/**
 * The flow as a picture: a round that comes back to where it began, each step as long as it takes. The list of
 * steps beside it says the same in words.
 */
export function FlowRing({ activity }: { activity: Activity }) {
  const { t } = useLingui();
  const arcs = arcsOf(activity.flow);
  return (
    <div className={styles.ring} aria-hidden="true">
      <svg viewBox="-60 -60 120 120">
        {arcs.map(({ from, length }, index) => (
          <circle
            key={index}
            r={RADIUS}
            fill="none"
            // Every kind of phase has a hue of its own name.
            stroke={hueColour((activity.flow[index]?.kind ?? 'collect') as Hue)}
            strokeWidth={11}
            pathLength={1}
            strokeDasharray={`${length} 1`}
            transform={`rotate(${from * 360 - 90})`}
          />
        ))}
      </svg>
      <span className={styles.total}>
        <strong className={styles.minutes}>{activity.minutes}</strong>
        <span>{t`min`}</span>
      </span>
    </div>
  );
}
