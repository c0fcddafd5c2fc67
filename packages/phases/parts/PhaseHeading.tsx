import type { ReactNode } from 'react';
import styles from './PhaseHeading.module.css';

interface Props {
  /** The question that everybody sees largest. */
  title: ReactNode;
  /** Behind it, small: how this phase works. */
  note?: ReactNode;
  /** At the end of the line: what the facilitator may set. */
  aside?: ReactNode;
}

/** What a phase asks, at the top of its board. */
export function PhaseHeading({ title, note, aside }: Props) {
  return (
    <header className={styles.heading}>
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </header>
  );
}
