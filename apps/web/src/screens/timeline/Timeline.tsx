import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Chip, EmptyState, linkClass, Skeleton } from '@rondo/design';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { timelineRoute } from '../../routes/today.ts';
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
  const errorWords = useErrorWords();
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
  if (about.isError) throw about.error;
  const days = byDay(story.data?.pages.flatMap(({ events }) => events) ?? []);
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
      {story.isError && <Banner tone="danger">{errorWords(story.error)}</Banner>}
      {story.isPending && <Skeleton label={t`Looking what has happened`} />}
      {story.isSuccess && days.length === 0 && (
        <EmptyState title={t`Nothing here yet`} drawing="lines">
          <Trans>Meetings that have ended, finished tasks and newcomers will be here.</Trans>
        </EmptyState>
      )}
      {days.map(({ day, events }) => (
        <section key={day} className={styles.day} aria-label={dayWords(day)}>
          <h2 className={styles.date}>{dayWords(day)}</h2>
          <ul className={styles.events}>
            {events.map((event) => (
              <EventRow key={event.id} event={event} team={team} />
            ))}
          </ul>
        </section>
      ))}
      {story.hasNextPage && (
        <Button busy={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()}>
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </>
  );
}
