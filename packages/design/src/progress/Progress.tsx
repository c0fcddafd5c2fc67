import { useId, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './Progress.module.css';

export type ProgressProps = {
  value: number;
  max: number;
  label: ReactNode;
  /** The same in words, at the end: "6 of 8". */
  note?: ReactNode;
  hue?: Hue;
  hideLabel?: boolean;
};

export function Progress({ value, max, label, note, hue, hideLabel }: ProgressProps) {
  const id = useId();
  return (
    <div className={styles.progress} style={hueStyle(hue)}>
      <div className={classes(styles.words, hideLabel && 'visually-hidden')}>
        <span id={id}>{label}</span>
        {note && <span className={styles.note}>{note}</span>}
      </div>
      <progress aria-labelledby={id} max={max} value={value} className={styles.bar} />
    </div>
  );
}
