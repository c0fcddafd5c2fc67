import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './Badge.module.css';

export type Tone = 'neutral' | 'ok' | 'warn' | 'danger' | 'info';

/** A word about a thing's standing. */
export function Badge({
  tone = 'neutral',
  hue,
  children,
}: {
  tone?: Tone;
  hue?: Hue;
  children: ReactNode;
}) {
  return (
    <span className={classes(styles.badge, hue ? styles.hued : styles[tone])} style={hueStyle(hue)}>
      {children}
    </span>
  );
}
