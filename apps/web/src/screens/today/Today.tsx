import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn } from '@rondo/design';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { useMe } from '../../shell/useMe.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Offered } from '../organization/Offered.tsx';
import { PastMeeting, RunningMeeting } from '../team/MeetingRow.tsx';
import { dayHere } from './dayHere.ts';
import { NeedsYou } from './NeedsYou.tsx';
import { Newcomer } from './Newcomer.tsx';
import { Week } from './Week.tsx';
import page from '../Page.module.css';
import rows from '../team/Team.module.css';
import styles from './Today.module.css';

/** How often it looks for news while it is seen, ms. */
const REFRESH = 20_000;

/** What needs somebody now, in all their teams; then what runs, what comes up and what was. */
export default function Today() {
  const { t, i18n } = useLingui();
  useTitle(t`Today`);
  const { me, teams } = useMe();
  const day = dayHere();
  const today = useQuery({
    ...api.today.get.queryOptions({ input: { day } }),
    refetchInterval: REFRESH,
    placeholderData: keepPreviousData,
  });
  const several = teams.length > 1;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.date}>
          {dateIn(i18n.locale, new Date(`${day}T12:00`), {
            weekday: 'long',
            day: 'numeric',
            month: 'long',
          })}
        </p>
        <h1 className={page.title}>
          <Trans>Hello, {me.name}</Trans>
        </h1>
      </div>
      <Answer query={today} loading={t`Looking what needs you`}>
        {(data) =>
          isEmpty(data) ? (
            <>
              <Offered />
              <Newcomer team={teams[0]} />
            </>
          ) : (
            <>
              <NeedsYou today={data} />
              {data.running.length > 0 && (
                <section className={page.section} aria-labelledby="running">
                  <h2 id="running" className={page.subtitle}>
                    <Trans>Running now</Trans>
                  </h2>
                  <ul className={rows.running}>
                    {data.running.map((meeting) => (
                      <RunningMeeting
                        key={meeting.id}
                        meeting={meeting}
                        {...(several && { team: meeting.team.name })}
                      />
                    ))}
                  </ul>
                </section>
              )}
              <Week planned={data.planned} several={several} />
              {data.outcomes.length > 0 && (
                <section className={page.section} aria-labelledby="outcomes">
                  <h2 id="outcomes" className={page.subtitle}>
                    <Trans>What came out last</Trans>
                  </h2>
                  <ul className={rows.past}>
                    {data.outcomes.map((meeting) => (
                      <PastMeeting
                        key={meeting.id}
                        meeting={meeting}
                        {...(several && { team: meeting.team.name })}
                      />
                    ))}
                  </ul>
                </section>
              )}
            </>
          )
        }
      </Answer>
    </>
  );
}

const isEmpty = (data: {
  waiting: unknown[];
  running: unknown[];
  openTasks: number;
  requests: unknown[];
  planned: unknown[];
  outcomes: unknown[];
}): boolean =>
  data.openTasks === 0 &&
  [data.waiting, data.running, data.requests, data.planned, data.outcomes].every(
    (list) => list.length === 0,
  );
