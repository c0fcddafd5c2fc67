import { hueStyle, type Hue } from '../hue.ts';
import styles from './Votes.module.css';

export type VotesProps = { spent: number; total: number; label: string; hue?: Hue };

/** Beyond this many, dots cannot be counted at a glance: a number reads faster. */
const mostDots = 12;

/** Votes as dots: filled are spent, hollow are left. */
export function Votes({ spent, total, label, hue }: VotesProps) {
  return (
    <span className={styles.votes} style={hueStyle(hue)}>
      <span className="visually-hidden">{label}</span>
      {total > mostDots ? (
        <span className={styles.number} aria-hidden="true">
          {spent}/{total}
        </span>
      ) : (
        Array.from({ length: total }, (_, index) => (
          <i key={index} className={index < spent ? styles.spent : styles.left} />
        ))
      )}
    </span>
  );
}
