import { Trans, useLingui } from '@lingui/react/macro';
import { Chip, EmptyState, linkClass } from '@rondo/design';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { timelineRoute } from '../../routes/today.ts';
import { Answer } from '../../shell/Answer.tsx';
import { needAnswer } from '../../shell/needAnswer.ts';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { useDayWords } from '../today/useDayWords.ts';
import { byDay } from './byDay.ts';
import { EventRow } from './EventRow.tsx';
import page from '../Page.module.css';
import styles from './Timeline.module.css';

/** What has happened in a team, day by day. */
export default function Timeline() {
  const { t } = useLingui();
  const { team } = timelineRoute.useParams();
  const { kind, activity } = timelineRoute.useSearch();
  const navigate = timelineRoute.useNavigate();
  const { dayWords } = useDayWords();
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  useTitle(about.data ? t`Timeline of ${about.data.name}` : t`Timeline`);
  const story = useInfiniteQuery(
    api.today.timeline.infiniteOptions({
      input: (before: string | undefined) => ({
        team,
        limit: 30,
        ...(kind !== undefined && { kind }),
        ...(activity !== undefined && { activity }),
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  // A team that is not there, or not yours, is told by the page for that.
  needAnswer(about);
  const kinds = [
    { id: undefined, label: t`Everything` },
    { id: 'meeting' as const, label: t`Meetings` },
    { id: 'task' as const, label: t`Tasks` },
    { id: 'report' as const, label: t`Reports` },
    { id: 'team' as const, label: t`The team` },
  ];
  return (
    <>
      <div className={page.head}>
        <p className={page.lead}>
          <Link to="/teams/$team" params={{ team }} className={linkClass}>
            {about.data?.name ?? '…'}
          </Link>
        </p>
        <h1 className={page.title}>
          <Trans>Timeline</Trans>
        </h1>
      </div>
      <div className={styles.filters} role="group" aria-label={t`Show`}>
        {kinds.map(({ id, label }) => (
          <Chip
            key={label}
            selected={kind === id && activity === undefined}
            onClick={() =>
              void navigate({ search: id === undefined ? {} : { kind: id }, replace: true })
            }
          >
            {label}
          </Chip>
        ))}
        {activity !== undefined && (
          <Chip
            selected
            onRemove={() => void navigate({ search: {}, replace: true })}
            removeLabel={t`Show everything`}
          >
            <Trans>One activity</Trans>
          </Chip>
        )}
      </div>
      <Answer query={story} loading={t`Looking what has happened`}>
        {({ pages }) => {
          const all = pages.flatMap(({ events }) => events);
          if (all.length === 0)
            return (
              <EmptyState title={t`Nothing here yet`} drawing="lines">
                <Trans>Meetings that have ended, finished tasks and newcomers will be here.</Trans>
              </EmptyState>
            );
          return (
            <>
              {byDay(all).map(({ day, events }) => (
                <section key={day} className={styles.day} aria-label={dayWords(day)}>
                  <h2 className={styles.date}>{dayWords(day)}</h2>
                  <ul className={styles.events}>
                    {events.map((event) => (
                      <EventRow key={event.id} event={event} team={team} />
                    ))}
                  </ul>
                </section>
              ))}
              <ShowMore list={story} shown={all.length}>
                <Trans>Show older ones</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
    </>
  );
}
