import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TeamEvent } from '@rondo/contract';
import { dateIn, linkClass, markdownText } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { Link } from '@tanstack/react-router';
import {
  Archive,
  ArchiveRestore,
  CircleCheck,
  CircleSlash,
  Flag,
  Lock,
  Merge,
  Newspaper,
  Presentation,
  Truck,
  UserMinus,
  UserPlus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { TaskLink } from '../../shell/TaskLink.tsx';
import styles from './Timeline.module.css';

interface Props {
  event: TeamEvent;
  team: string;
}

/** One thing that has happened. */
export function EventRow({ event: { at, what }, team }: Props) {
  const { i18n } = useLingui();
  const { sign, words, about } = told(what, team, i18n.locale);
  return (
    <li className={styles.event}>
      <span className={styles.sign}>{sign}</span>
      <span className={styles.words}>
        <span className={styles.what}>{words}</span>
        {about !== undefined && <span className={styles.about}>{about}</span>}
      </span>
      <time dateTime={at} className={styles.time}>
        {dateIn(i18n.locale, new Date(at), { timeStyle: 'short' })}
      </time>
    </li>
  );
}

interface Told {
  sign: ReactNode;
  words: ReactNode;
  about?: ReactNode;
}

function told(what: TeamEvent['what'], team: string, locale: string): Told {
  switch (what.kind) {
    case 'meeting':
      return {
        sign: <Presentation size={18} aria-hidden />,
        words: (
          <Link to="/m/$meeting/outcome" params={{ meeting: what.meeting }} className={linkClass}>
            {what.name}
          </Link>
        ),
        about: (
          <>
            <Link
              to="/teams/$team/timeline"
              params={{ team }}
              search={{ activity: what.activity.id }}
              className={styles.quiet}
            >
              {inLanguage(what.activity.name, locale) === what.name ? (
                <Trans>All of this activity</Trans>
              ) : (
                inLanguage(what.activity.name, locale)
              )}
            </Link>
            {' · '}
            <Plural value={what.people} one="# person" other="# people" />
            {' · '}
            <Plural value={what.tasks} _0="no next steps" one="# next step" other="# next steps" />
          </>
        ),
      };
    case 'task':
      return {
        sign:
          what.status === 'done' ? (
            <CircleCheck size={18} aria-hidden className={styles.done} />
          ) : (
            <CircleSlash size={18} aria-hidden />
          ),
        words: (
          <TaskLink team={team} task={what.task} className={linkClass}>
            {markdownText(what.text)}
          </TaskLink>
        ),
        about: (
          <>
            {what.status === 'done' ? <Trans>Done</Trans> : <Trans>Dropped</Trans>}
            {what.owner !== null && ` · ${what.owner}`}
          </>
        ),
      };
    case 'joined':
      return {
        sign: <UserPlus size={18} aria-hidden />,
        words: <Trans>{what.name} joined the team</Trans>,
      };
    case 'left':
      return {
        sign: <UserMinus size={18} aria-hidden />,
        words: <Trans>{what.name} left the team</Trans>,
      };
    case 'removed':
      return {
        sign: <UserMinus size={18} aria-hidden />,
        words: <Trans>{what.name} is no longer in the team</Trans>,
      };
    case 'moved':
      return {
        sign: <Truck size={18} aria-hidden />,
        words: <Trans>The team moved from {what.name} to another organization</Trans>,
      };
    case 'merged':
      return {
        sign: <Merge size={18} aria-hidden />,
        words: <Trans>{what.name} became part of the team</Trans>,
      };
    case 'restored':
      return {
        sign: <ArchiveRestore size={18} aria-hidden />,
        words: <Trans>The team was restored</Trans>,
      };
    case 'report':
      return {
        sign: <Newspaper size={18} aria-hidden />,
        words: (
          <Link to="/reports/$report" params={{ report: what.report }} className={linkClass}>
            {what.title === '' ? <Trans>Report #{what.number}</Trans> : what.title}
          </Link>
        ),
        about: <Trans>Published</Trans>,
      };
    case 'made':
      return { sign: <Flag size={18} aria-hidden />, words: <Trans>The team began</Trans> };
    case 'archived':
      return {
        sign: <Archive size={18} aria-hidden />,
        words: <Trans>The team was archived</Trans>,
      };
    case 'read-only':
      return {
        sign: <Lock size={18} aria-hidden />,
        words: <Trans>The team became read-only</Trans>,
      };
  }
}
