import { hueStyle, type Hue } from '../hue.ts';
import styles from './TypingDots.module.css';

/** Somebody is writing. `label` says it in words; it must name nobody where nobody is named. */
export function TypingDots({ label, hue }: { label: string; hue?: Hue }) {
  return (
    <span className={styles.dots} style={hueStyle(hue)}>
      <span className="visually-hidden">{label}</span>
      <i />
      <i />
      <i />
    </span>
  );
}
