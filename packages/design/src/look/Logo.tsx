import styles from './Logo.module.css';

/** The mark: a ring that returns to its start. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      fill="none"
      aria-hidden="true"
      className={styles.mark}
    >
      <path d="M21.6 6.4A10.5 10.5 0 1 0 24.5 14" className={styles.ring} />
      <circle cx="23.2" cy="8.8" r="2.7" className={styles.start} />
    </svg>
  );
}

/** The mark with the name beside it. Without the word, `label` says the name. */
export function Logo({
  size = 28,
  word = true,
  label = 'Rondo',
}: {
  size?: number;
  word?: boolean;
  label?: string;
}) {
  return (
    <span className={styles.logo} style={{ '--size': `${size}px` }}>
      <Mark size={size} />
      <span className={word ? styles.word : 'visually-hidden'}>{label}</span>
    </span>
  );
}
