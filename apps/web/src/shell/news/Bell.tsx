import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as Sign } from 'lucide-react';
import { api } from '../../api/client.ts';
import styles from './Bell.module.css';

/** The server counts no further. */
const MOST = 100;

/** The way to what one is told, with how much of it is not read; live. */
export function Bell() {
  const { t } = useLingui();
  const { data } = useQuery(api.notifications.count.queryOptions({ input: {} }));
  const unread = data?.unread ?? 0;
  const count = unread >= MOST ? `${MOST - 1}+` : String(unread);
  const label =
    unread === 0
      ? t`Notifications`
      : t`Notifications, ${plural(unread, { one: '# not read', other: '# not read' })}`;
  return (
    <Link to="/notifications" className={styles.bell} aria-label={label}>
      <Sign size={18} aria-hidden />
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {count}
        </span>
      )}
    </Link>
  );
}
