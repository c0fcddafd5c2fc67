import type { ReactNode } from 'react';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './EmptyState.module.css';

export type EmptyStateProps = {
  title: ReactNode;
  /** The title is that of the whole screen, where there is nothing else on it. */
  isScreen?: boolean;
  children?: ReactNode;
  action?: ReactNode;
  hue?: Hue;
  drawing?: 'cards' | 'rings' | 'lines';
};

/** Nothing here yet: what will be, and what to do. */
export function EmptyState({
  title,
  isScreen = false,
  children,
  action,
  hue,
  drawing = 'cards',
}: EmptyStateProps) {
  const Title = isScreen ? 'h1' : 'p';
  return (
    <div className={styles.empty} style={hueStyle(hue)}>
      <svg width="132" height="84" viewBox="0 0 132 84" fill="none" aria-hidden="true">
        {drawings[drawing]}
      </svg>
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

const drawings = {
  cards: (
    <>
      <rect
        x="14"
        y="26"
        width="50"
        height="40"
        rx="6"
        className={styles.back}
        transform="rotate(-9 39 46)"
      />
      <rect x="41" y="20" width="50" height="44" rx="6" className={styles.sheet} />
      <path d="M41 26a6 6 0 0 1 6-6v44a6 6 0 0 1-6-6z" className={styles.fill} />
      <path d="M55 34h26M55 43h17" className={styles.words} />
      <circle cx="108" cy="26" r="10" className={styles.ring} />
    </>
  ),
  rings: (
    <>
      <path d="M14 44h104" className={styles.line} />
      <circle cx="24" cy="44" r="9" className={styles.fill} />
      <circle cx="66" cy="44" r="14" className={styles.now} />
      <circle cx="108" cy="44" r="9" className={styles.hollow} />
    </>
  ),
  lines: (
    <>
      <path d="M18 26h58M18 44h84M18 62h42" className={styles.line} />
      <circle cx="90" cy="26" r="8" className={styles.ring} />
      <circle cx="74" cy="62" r="8" className={styles.fill} />
    </>
  ),
};
