import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import { Avatar, Badge, dayIn } from '@rondo/design';
import { CalendarDays, Lock, MessageCircle, TextQuote } from 'lucide-react';
import { dueness, todayHere } from './columns.ts';
import styles from './TaskCard.module.css';

/** Whose a task is, until when, and what else is to be known of it at a glance. */
export function TaskFacts({ task }: { task: TeamTask }) {
  const { t } = useLingui();
  const { owner, meeting, comments, hasDetails, reviewed, status, tags } = task;
  return (
    <>
      <p className={styles.facts}>
        {owner === null ? (
          <span>
            <Trans>Nobody yet</Trans>
          </span>
        ) : (
          <span className={styles.bit}>
            <Avatar name={owner.name} seed={owner.id ?? owner.name} size={20} silent />
            {owner.name}
          </span>
        )}
        <Due task={task} />
        {task.private && (
          <span className={styles.bit}>
            <Lock size={14} aria-hidden />
            <Trans>private</Trans>
          </span>
        )}
        {hasDetails && <TextQuote size={14} role="img" aria-label={t`has details`} />}
        {comments > 0 && (
          <span className={styles.bit}>
            <MessageCircle size={14} aria-hidden />
            <Plural value={comments} one="# comment" other="# comments" />
          </span>
        )}
        {status === 'open' && reviewed.missed > 0 && (
          <Badge tone={reviewed.missed > 1 ? 'warn' : 'neutral'}>
            <Plural value={reviewed.missed} one="missed once" other="missed # times" />
          </Badge>
        )}
      </p>
      {(tags.length > 0 || meeting.name !== '') && (
        <p className={styles.facts}>
          {meeting.name !== '' && <span>{meeting.name}</span>}
          {tags.map((tag) => (
            <span key={tag} className={styles.tag}>
              #{tag}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Due({ task }: { task: TeamTask }) {
  const { i18n } = useLingui();
  if (task.due === null) return null;
  const near = dueness(task, todayHere());
  const day = dayIn(i18n.locale, task.due);
  return (
    <span className={styles.bit} data-due={near}>
      <CalendarDays size={14} aria-hidden />
      <time dateTime={task.due}>
        {near === 'overdue' ? (
          <Trans>overdue since {day}</Trans>
        ) : near === 'today' ? (
          <Trans>today</Trans>
        ) : (
          day
        )}
      </time>
    </span>
  );
}
