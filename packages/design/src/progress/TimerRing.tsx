import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './TimerRing.module.css';

export type TimerRingProps = {
  /** How much is left, 0 to 1. */
  fraction: number;
  /** "3:42". */
  time: string;
  /** What a screen reader says, when it is asked: "3 minutes left". */
  label: string;
  hue?: Hue;
  over?: boolean;
  paused?: boolean;
  size?: number;
};

const radius = 9;
const around = 2 * Math.PI * radius;

/** Time left as a ring that empties, beside the time in figures that do not dance. */
export function TimerRing({ fraction, time, label, hue, over, paused, size = 22 }: TimerRingProps) {
  const left = Math.max(0, Math.min(1, fraction));
  return (
    <span
      role="timer"
      aria-label={label}
      className={classes(styles.timer, over && styles.over, paused && styles.paused)}
      style={hueStyle(hue)}
    >
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <circle cx="12" cy="12" r={radius} className={styles.ground} strokeWidth="3.4" />
        <circle
          cx="12"
          cy="12"
          r={radius}
          className={styles.left}
          strokeWidth="3.4"
          strokeLinecap={left > 0 ? 'round' : 'butt'}
          strokeDasharray={`${left * around} ${around}`}
          transform="rotate(-90 12 12)"
        />
      </svg>
      <span aria-hidden="true" className={styles.time}>
        {time}
      </span>
    </span>
  );
}
