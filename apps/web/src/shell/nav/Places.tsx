import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { House, LibraryBig, ListTodo, Newspaper, Presentation } from 'lucide-react';
import styles from './Places.module.css';

/** Where one may go: at the top of the page, on a phone at its bottom. What belongs to a team, to the chosen one. */
export function Places({ team }: { team: string | undefined }) {
  const { t } = useLingui();
  return (
    <nav className={styles.places} aria-label={t`Main menu`}>
      <Link to="/" activeOptions={{ exact: true }} className={styles.place}>
        <House size={18} aria-hidden className={styles.sign} />
        <Trans>Today</Trans>
      </Link>
      {team !== undefined && (
        <>
          <Link
            to="/teams/$team"
            params={{ team }}
            activeOptions={{ exact: true }}
            className={styles.place}
          >
            <Presentation size={18} aria-hidden className={styles.sign} />
            <Trans>Meetings</Trans>
          </Link>
          <Link to="/teams/$team/tasks" params={{ team }} className={styles.place}>
            <ListTodo size={18} aria-hidden className={styles.sign} />
            <Trans>Tasks</Trans>
          </Link>
          <Link to="/teams/$team/reports" params={{ team }} className={styles.place}>
            <Newspaper size={18} aria-hidden className={styles.sign} />
            <Trans>Reports</Trans>
          </Link>
          <Link to="/teams/$team/library" params={{ team }} className={styles.place}>
            <LibraryBig size={18} aria-hidden className={styles.sign} />
            <Trans>Library</Trans>
          </Link>
        </>
      )}
    </nav>
  );
}
