import type { ReactNode } from 'react';
import styles from './SettingsForm.module.css';

/** What somebody who composes an activity decides about one of its steps, one below the other. */
export function SettingsForm({ children }: { children: ReactNode }) {
  return <div className={styles.form}>{children}</div>;
}
