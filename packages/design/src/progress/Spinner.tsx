import { classes } from '../classes.ts';
import styles from './Spinner.module.css';

/**
 * A ring on its way. Invisible for the first 300 ms (`now` skips that), so that what is quick does not
 * flicker. Without a `label` it is silent: then something beside it says what is going on.
 */
export function Spinner({
  label,
  size = 22,
  now = false,
}: {
  label?: string;
  size?: number;
  now?: boolean;
}) {
  return (
    <span
      className={classes(styles.spinner, now && styles.now)}
      role={label ? 'status' : undefined}
    >
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.18" strokeWidth="3" />
        <path d="M12 3a9 9 0 0 1 9 9" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      </svg>
      {label && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
