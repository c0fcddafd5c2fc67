import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Activity, TeamActivity } from '@rondo/contract';
import { dateIn } from '@rondo/design';
import { CalendarClock, Clock, History, MapPin, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface Props {
  activity: Activity;
  /** Comes a moment later than the activity itself. */
  ours: TeamActivity | undefined;
}

/** How long, for how many, how and where; and what this team has done with it so far. */
export function Facts({ activity, ours }: Props) {
  const { i18n } = useLingui();
  const { minutes, people, suits, place } = activity;
  const last = ours?.lastRun ? new Date(ours.lastRun) : undefined;
  return (
    <ul className={styles.facts}>
      <Fact icon={<Clock aria-hidden size={18} />}>
        <Trans>About {minutes} minutes</Trans>
      </Fact>
      <Fact icon={<Users aria-hidden size={18} />}>
        <Trans>
          {people.min} to {people.max} people
        </Trans>
      </Fact>
      <Fact icon={<CalendarClock aria-hidden size={18} />}>
        {suits.length === 2 ? (
          <Trans>Live or async</Trans>
        ) : suits.includes('live') ? (
          <Trans>Live, all at once</Trans>
        ) : (
          <Trans>Async, each in their own time</Trans>
        )}
      </Fact>
      <Fact icon={<MapPin aria-hidden size={18} />}>
        {place.length === 2 ? (
          <Trans>Remote or in one room</Trans>
        ) : place.includes('remote') ? (
          <Trans>Remote</Trans>
        ) : (
          <Trans>In one room</Trans>
        )}
      </Fact>
      {ours && (
        <Fact icon={<History aria-hidden size={18} />}>
          <Plural
            value={ours.teamRuns}
            _0="New to your team"
            one="Your team ran it once"
            other="Your team ran it # times"
          />
          {last && (
            <>
              {', '}
              <Trans>
                last on{' '}
                <time dateTime={last.toISOString()}>
                  {dateIn(i18n.locale, last, { day: 'numeric', month: 'long', year: 'numeric' })}
                </time>
              </Trans>
            </>
          )}
        </Fact>
      )}
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.fact}>
      {icon}
      <span>{children}</span>
    </li>
  );
}
