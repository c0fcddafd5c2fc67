import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './Ring.module.css';

export type RingState = 'ahead' | 'now' | 'done' | 'skipped';

export type RingProps = { state: RingState; hue?: Hue; size?: number };

/** A phase as a ring: hollow is ahead, thick is now, filled is done, crossed is skipped. */
export function Ring({ state, hue, size = 18 }: RingProps) {
  return (
    <span
      aria-hidden="true"
      className={classes(styles.ring, styles[state])}
      style={{ ...hueStyle(hue), '--size': `${size}px` }}
    />
  );
}
