import { CircleCheck, Eye, Info, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './Banner.module.css';

export type BannerTone = 'info' | 'ok' | 'warn' | 'danger' | 'offline' | 'read-only';

const signs: Record<BannerTone, LucideIcon> = {
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: TriangleAlert,
  offline: WifiOff,
  'read-only': Eye,
};

/** Something that is true of the whole page for a while. Read out when it appears. */
export function Banner({
  tone,
  children,
  action,
}: {
  tone: BannerTone;
  children: ReactNode;
  action?: ReactNode;
}) {
  const Sign = signs[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classes(styles.banner, styles[tone])}
    >
      <Sign aria-hidden="true" size={18} className={styles.sign} />
      <div className={styles.words}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
