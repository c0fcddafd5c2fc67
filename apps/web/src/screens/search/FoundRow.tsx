import { Trans, useLingui } from '@lingui/react/macro';
import type { Found } from '@rondo/contract';
import { Badge, dateIn } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TaskLink } from '../../shell/TaskLink.tsx';
import { useMe } from '../../shell/useMe.ts';
import styles from './Search.module.css';

/** One thing that was found, with what matches marked. */
export function FoundRow({ found }: { found: Found }) {
  const { t, i18n } = useLingui();
  const several = useMe().teams.length > 1;
  const { meeting, task, report, team } = found;
  const at = new Date(found.at);
  return (
    <li className={styles.found}>
      <Whither found={found}>
        {found.title.length === 0 ? (
          <Trans>Without a title</Trans>
        ) : (
          <Marked pieces={found.title} />
        )}
      </Whither>
      {/* What has no words but its title would say them twice. */}
      {found.passage.length > 0 && wordsOf(found.passage) !== wordsOf(found.title) && (
        <p className={styles.passage}>
          <Marked pieces={found.passage} />
        </p>
      )}
      <p className={styles.about}>
        {task?.status === 'done' && <Badge tone="ok">{t`Done`}</Badge>}
        {task?.status === 'dropped' && <Badge>{t`Dropped`}</Badge>}
        {report?.state === 'draft' && <Badge>{t`Draft`}</Badge>}
        <time dateTime={found.at}>{dateIn(i18n.locale, at, { dateStyle: 'medium' })}</time>
        {meeting !== null && meeting.name !== '' && found.kind !== 'outcome' && (
          <span>{meeting.name}</span>
        )}
        {several && <span>{team.name}</span>}
      </p>
    </li>
  );
}

const wordsOf = (pieces: Found['title']): string => pieces.map(({ text }) => text).join('');

const Marked = ({ pieces }: { pieces: Found['title'] }) =>
  pieces.map(({ text, hit }, index) =>
    // Pieces have no other name than their place, and never move.
    // oxlint-disable-next-line react/no-array-index-key
    hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );

function Whither({
  found: { task, meeting, report, team },
  children,
}: {
  found: Found;
  children: ReactNode;
}) {
  if (task !== null)
    return (
      <TaskLink team={team.id} task={task.id} className={styles.title}>
        {children}
      </TaskLink>
    );
  if (report !== null)
    return (
      <Link to="/reports/$report" params={{ report: report.id }} className={styles.title}>
        {children}
      </Link>
    );
  if (meeting === null) return <span className={styles.title}>{children}</span>;
  return (
    <Link to="/m/$meeting/outcome" params={{ meeting: meeting.id }} className={styles.title}>
      {children}
    </Link>
  );
}
