import { Plural, Trans } from '@lingui/react/macro';
import type { TeamMeeting, TodayTask } from '@rondo/contract';
import { linkClass, markdownText } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Clock, ListTodo, Sparkles, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { TaskLink } from '../../shell/TaskLink.tsx';
import { dayHere } from './dayHere.ts';
import { useDayWords } from './useDayWords.ts';
import page from '../Page.module.css';
import styles from './Today.module.css';

interface Props {
  today: {
    waiting: { meeting: TeamMeeting; closesAt: string | null }[];
    tasks: TodayTask[];
    openTasks: number;
    helped: TodayTask[];
    requests: { organization: { id: string; name: string }; count: number }[];
  };
}

/** One list of everything that waits for this person: what closes first, what is late, who asks. */
export function NeedsYou({ today: { waiting, tasks, openTasks, helped, requests } }: Props) {
  const { dayWords, momentWords } = useDayWords();
  const here = dayHere();
  const isNothing = waiting.length + tasks.length + helped.length + requests.length === 0;
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you" className={page.subtitle}>
        <Trans>Needs you</Trans>
      </h2>
      {isNothing && (
        <p className={styles.nothing}>
          <CircleCheck size={20} aria-hidden className={styles.ok} />
          {openTasks === 0 ? (
            <Trans>Nothing waits for you.</Trans>
          ) : (
            <span>
              <Trans>Nothing is due.</Trans>{' '}
              <Link to="/tasks" className={linkClass}>
                <Plural
                  value={openTasks}
                  one="# task of yours is open"
                  other="# tasks of yours are open"
                />
              </Link>
            </span>
          )}
        </p>
      )}
      <ul className={styles.needs}>
        {waiting.map(({ meeting, closesAt }) => (
          <Need
            key={meeting.id}
            sign={<Clock size={20} aria-hidden />}
            about={
              <>
                {meeting.team.name} · <Trans>Your part is missing.</Trans>{' '}
                {closesAt !== null && <Trans>Closes {momentWords(closesAt)}.</Trans>}
              </>
            }
          >
            <Link to="/m/$meeting" params={{ meeting: meeting.id }} className={linkClass}>
              {meeting.name}
            </Link>
          </Need>
        ))}
        {tasks.map(({ id, text, due, team }) => (
          <Need
            key={id}
            sign={<ListTodo size={20} aria-hidden />}
            isLate={due !== null && due < here}
            about={
              <>
                {team.name}
                {due !== null && (
                  <>
                    {' · '}
                    {due < here ? (
                      <Trans>Was due {dayWords(due)}</Trans>
                    ) : (
                      <Trans>Due {dayWords(due)}</Trans>
                    )}
                  </>
                )}
              </>
            }
          >
            <TaskLink team={team.id} task={id} className={linkClass}>
              {markdownText(text)}
            </TaskLink>
          </Need>
        ))}
        {requests.map(({ organization, count }) => (
          <Need
            key={organization.id}
            sign={<UserPlus size={20} aria-hidden />}
            about={<Trans>Somebody has to say yes or no.</Trans>}
          >
            <Link
              to="/organizations/$organization"
              params={{ organization: organization.id }}
              className={linkClass}
            >
              <Plural
                value={count}
                one={`# person asks to join ${organization.name}`}
                other={`# people ask to join ${organization.name}`}
              />
            </Link>
          </Need>
        ))}
        {helped.map(({ id, text, team }) => (
          <Need
            key={id}
            sign={<Sparkles size={20} aria-hidden />}
            about={
              <>
                {team.name} ·{' '}
                <Trans>Done for a week: did it help? Your next meeting will ask.</Trans>
              </>
            }
          >
            <TaskLink team={team.id} task={id} className={linkClass}>
              {markdownText(text)}
            </TaskLink>
          </Need>
        ))}
      </ul>
    </section>
  );
}

interface NeedProps {
  sign: ReactNode;
  about: ReactNode;
  isLate?: boolean;
  children: ReactNode;
}

const Need = ({ sign, about, isLate = false, children }: NeedProps) => (
  <li className={styles.need} data-late={isLate || undefined}>
    <span className={styles.sign}>{sign}</span>
    <span className={styles.words}>
      <span className={styles.what}>{children}</span>
      <span className={styles.about}>{about}</span>
    </span>
  </li>
);
