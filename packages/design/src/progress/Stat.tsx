import type { ReactNode } from 'react';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './Stat.module.css';

/** One number and what it counts. */
export function Stat({
  label,
  value,
  note,
  hue,
}: {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  hue?: Hue;
}) {
  return (
    <div className={styles.stat} style={hueStyle(hue)}>
      <div className={styles.value}>{value}</div>
      <div className={styles.label}>{label}</div>
      {note && <div className={styles.note}>{note}</div>}
    </div>
  );
}
