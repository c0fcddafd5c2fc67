import type { ReactNode } from 'react';
import { hueStyle, type Hue } from '../hue.ts';
import cardStyles from './Card.module.css';
import styles from './CardPile.module.css';

export type CardPileProps = { hue?: Hue; count: number; label: ReactNode };

/** Beyond four nobody counts edges; the label has the number. */
const mostDrawn = 4;

/** Cards lying face down: how many there are is all there is to know. */
export function CardPile({ hue, count, label }: CardPileProps) {
  const drawn = Math.min(count, mostDrawn);
  return (
    <div className={styles.pile} style={hueStyle(hue)}>
      <div className={styles.cards} style={{ '--drawn': drawn }} aria-hidden="true">
        {Array.from({ length: drawn }, (_, index) => (
          <span
            key={index}
            className={`${cardStyles.card} ${cardStyles.back} ${styles.card}`}
            style={{ '--place': index }}
          />
        ))}
      </div>
      <div className={styles.label}>{label}</div>
    </div>
  );
}
