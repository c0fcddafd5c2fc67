import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MeetingSummary } from '@rondo/contract';
import { Badge, dateIn } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { Link } from '@tanstack/react-router';
import { Picture } from '../library/Picture.tsx';
import styles from './Team.module.css';

interface Props {
  meeting: MeetingSummary;
  /** Its team's name, where meetings of several are listed. */
  team?: string;
}

/** A meeting one can walk into. */
export function RunningMeeting({ meeting, team }: Props) {
  const { i18n } = useLingui();
  const { here, endsInDays } = meeting;
  const activity = inLanguage(meeting.activity.name, i18n.locale);
  return (
    <li>
      <Link to="/m/$meeting" params={{ meeting: meeting.id }} className={styles.card}>
        <span className={styles.picture}>
          <Picture activity={meeting.activity} />
        </span>
        <span className={styles.words}>
          <strong className={styles.name}>{meeting.name}</strong>
          <span className={styles.about}>
            {team !== undefined && `${team} · `}
            {activity !== meeting.name && `${activity} · `}
            <Trans>facilitated by {meeting.facilitator}</Trans>
          </span>
          <span className={styles.facts}>
            <Badge tone={here > 0 ? 'ok' : 'neutral'}>
              <Plural value={here} _0="nobody here right now" one="# here now" other="# here now" />
            </Badge>
            {endsInDays !== null && (
              <Badge tone="warn">
                <Plural
                  value={endsInDays}
                  _0="ends by itself today"
                  one="ends by itself tomorrow"
                  other="ends by itself in # days"
                />
              </Badge>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** A meeting that has left an outcome. */
export function PastMeeting({ meeting, team }: Props) {
  const { i18n } = useLingui();
  const ended = new Date(meeting.endedAt ?? meeting.startedAt);
  const activity = inLanguage(meeting.activity.name, i18n.locale);
  return (
    <li>
      <Link to="/m/$meeting/outcome" params={{ meeting: meeting.id }} className={styles.row}>
        <time dateTime={ended.toISOString()} className={styles.date}>
          {dateIn(i18n.locale, ended, { day: 'numeric', month: 'short', year: 'numeric' })}
        </time>
        <span className={styles.words}>
          <strong className={styles.rowName}>{meeting.name}</strong>
          <span className={styles.about}>
            {[team, activity === meeting.name ? undefined : activity]
              .filter((each) => each !== undefined)
              .join(' · ')}
          </span>
        </span>
        <span className={styles.numbers}>
          <Plural value={meeting.people} one="# person" other="# people" />
          {' · '}
          <Plural value={meeting.tasks} _0="no next steps" one="# next step" other="# next steps" />
        </span>
      </Link>
    </li>
  );
}
