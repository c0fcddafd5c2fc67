import { Trans, useLingui } from '@lingui/react/macro';
import { AvatarStack, Button, buttonClass, EmptyState, linkClass } from '@rondo/design';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Settings, UserPlus } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { teamRoute } from '../../routes/team.ts';
import { rememberTeam } from '../../shell/lastTeam.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { ComingUp } from '../series/ComingUp.tsx';
import { InvitePeople } from '../team-settings/InvitePeople.tsx';
import { BringAlong } from './BringAlong.tsx';
import { PastMeeting, RunningMeeting } from './MeetingRow.tsx';
import { ReadOnlyTeam } from './ReadOnlyTeam.tsx';
import page from '../Page.module.css';
import styles from './Team.module.css';

/** How often the lists look for news while the page is seen, ms. */
const REFRESH = 15_000;

/** A team's home: what runs now, what was, and the way to the next meeting. */
export default function Team(): ReactNode {
  const { team } = teamRoute.useParams();
  const { t } = useLingui();
  const [inviting, setInviting] = useState(false);
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  useTitle(about.data?.name ?? '');
  useEffect(() => {
    if (about.isSuccess) rememberTeam(team);
  }, [about.isSuccess, team]);
  needAnswer(about);
  // Until it is known, what it mostly is.
  const isOpen = (about.data?.condition ?? 'open') === 'open';
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>{about.data?.name ?? ' '}</h1>
        {about.data && (
          <AvatarStack
            label={t`Members: ${about.data.members.length}`}
            people={about.data.members}
          />
        )}
        <Link
          to="/teams/$team/settings"
          params={{ team }}
          className={buttonClass({ tone: 'quiet' })}
          aria-label={t`Team settings`}
          title={t`Team settings`}
        >
          <Settings size={18} aria-hidden />
        </Link>
        {isOpen && (
          <>
            <Button icon={<UserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
              <Trans>Invite</Trans>
            </Button>
            <Link
              to="/teams/$team/library"
              params={{ team }}
              className={buttonClass({ tone: 'primary' })}
            >
              <Trans>Start a meeting</Trans>
            </Link>
          </>
        )}
      </div>
      {about.data && <ReadOnlyTeam team={about.data} />}
      <Running team={team} isOpen={isOpen} />
      {about.data && <ComingUp team={about.data} />}
      <BringAlong team={team} isOpen={isOpen} />
      <Past team={team} />
      {about.data && (
        <InvitePeople team={about.data} open={inviting} onClose={() => setInviting(false)} />
      )}
    </>
  );
}

function Running({ team, isOpen }: { team: string; isOpen: boolean }) {
  const { t } = useLingui();
  const meetings = useQuery({
    ...api.meetings.list.queryOptions({ input: { team, status: 'running', limit: 50 } }),
    refetchInterval: REFRESH,
    placeholderData: keepPreviousData,
  });
  needAnswer(meetings);
  const running = meetings.data?.meetings;
  return (
    <section aria-label={t`Running meetings`}>
      {running?.length === 0 && isOpen && (
        <EmptyState
          title={t`Nothing is running`}
          drawing="cards"
          action={
            <Link to="/teams/$team/library" params={{ team }} className={buttonClass({})}>
              <Trans>Choose an activity</Trans>
            </Link>
          }
        >
          <Trans>
            Pick an activity from the library: the meeting starts at once, and people come in by its
            link.
          </Trans>
        </EmptyState>
      )}
      <ul className={styles.running}>
        {running?.map((meeting) => (
          <RunningMeeting key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

function Past({ team }: { team: string }) {
  const past = useInfiniteQuery(
    api.meetings.list.infiniteOptions({
      input: (before: string | undefined) => ({
        team,
        status: 'ended' as const,
        limit: 20,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  const meetings = past.data?.pages.flatMap((each) => each.meetings) ?? [];
  if (meetings.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="past">
      <h2 id="past" className={page.subtitle}>
        <Trans>Past meetings</Trans>
      </h2>
      <p className={page.quiet}>
        <Link to="/teams/$team/timeline" params={{ team }} className={linkClass}>
          <Trans>Everything that has happened, day by day</Trans>
        </Link>
        {' · '}
        <Link to="/teams/$team/reports" params={{ team }} className={linkClass}>
          <Trans>Reports to your readers</Trans>
        </Link>
      </p>
      <ul className={styles.past}>
        {meetings.map((meeting) => (
          <PastMeeting key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      <ShowMore list={past} shown={meetings.length}>
        <Trans>Show older ones</Trans>
      </ShowMore>
    </section>
  );
}
