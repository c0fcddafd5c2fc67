import { Trans, useLingui } from '@lingui/react/macro';
import type { Occurrence, Series as SeriesDetails } from '@rondo/contract';
import { Badge, Banner, buttonClass, dateIn, linkClass } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { seriesRoute } from '../../routes/schedule.ts';
import { CopyField } from '../../shell/CopyField.tsx';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Picture } from '../library/Picture.tsx';
import { SeriesActions } from './SeriesActions.tsx';
import { useRhythmWords } from './useRhythmWords.ts';
import { When, zoneWords } from './When.tsx';
import page from '../Page.module.css';
import styles from './Series.module.css';

/** How often the page looks for news while it is seen, ms. */
const REFRESH = 15_000;

/** A series: when it comes back, what was held, and everything that can be done with it. */
export default function Series() {
  const { i18n } = useLingui();
  const { team, series: id } = seriesRoute.useParams();
  const found = useQuery({
    ...api.series.get.queryOptions({ input: { series: id } }),
    refetchInterval: REFRESH,
  });
  const series = found.data;
  useTitle(series?.title ?? '');
  needAnswer(found);
  if (!series) return null;
  const activity = inLanguage(series.activity.name, i18n.locale);
  return (
    <article className={styles.series}>
      <div className={styles.intro}>
        <Link to="/teams/$team" params={{ team }} className={linkClass}>
          <Trans>Meetings</Trans>
        </Link>
        <h1 className={page.title}>{series.title}</h1>
        <Facts series={series} />
        <SeriesActions series={series} />
      </div>
      <aside className={styles.aside}>
        <Link
          to="/teams/$team/library/$activity"
          params={{ team, activity: series.activity.id }}
          className={styles.picture}
          aria-label={activity}
        >
          <Picture activity={series.activity} />
          <span className={styles.caption}>{activity}</span>
        </Link>
        <StableLink series={series} />
      </aside>
      <div className={styles.dates}>
        <Next series={series} />
        <Past past={series.past} zone={series.zone} />
      </div>
    </article>
  );
}

function Facts({ series }: { series: SeriesDetails }) {
  const rhythmWords = useRhythmWords();
  const { i18n } = useLingui();
  const day = (date: string): string =>
    dateIn(i18n.locale, new Date(`${date}T00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const upcoming = series.pauses.filter(({ to }) => to >= new Date().toISOString().slice(0, 10));
  const range = (from: string, to: string): string =>
    from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return (
    <div className={styles.facts}>
      <p className={styles.rhythm}>
        {rhythmWords(series)}, <span className={styles.zone}>{zoneWords(series.zone)}</span>
      </p>
      {series.state === 'paused' && (
        <Banner tone="warn">
          <Trans>Paused: no meetings are made until you resume it.</Trans>
        </Banner>
      )}
      {series.until !== null && (
        <p className={styles.note}>
          <Trans>Until {day(series.until)}</Trans>
        </p>
      )}
      {upcoming.length > 0 && (
        <p className={styles.note}>
          <Trans>Not on: {upcoming.map(({ from, to }) => range(from, to)).join('; ')}</Trans>
        </p>
      )}
      <p className={styles.note}>
        <Trans>Facilitated by {series.facilitator?.name ?? series.owner ?? '–'}</Trans>
      </p>
    </div>
  );
}

function StableLink({ series }: { series: SeriesDetails }) {
  const { t } = useLingui();
  return (
    <CopyField
      label={t`The link that stays`}
      hint={t`Leads to the running meeting, or says when the next one begins.`}
      value={`${location.origin}/s/${series.key}`}
    />
  );
}

function Next({ series }: { series: SeriesDetails }) {
  if (series.next.length === 0) {
    return (
      <section aria-labelledby="next">
        <h2 id="next" className={page.subtitle}>
          <Trans context="dates">Next</Trans>
        </h2>
        <p className={page.quiet}>
          {series.state === 'ended' ? (
            <Trans>There are no more dates. What was held stays below.</Trans>
          ) : (
            <Trans>No dates while it is paused.</Trans>
          )}
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="next">
      <h2 id="next" className={page.subtitle}>
        <Trans context="dates">Next</Trans>
      </h2>
      <ol className={styles.rows}>
        {series.next.map(({ at, name }) => (
          <li key={at} className={styles.row}>
            <When at={at} zone={series.zone} />
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Past({ past, zone }: { past: readonly Occurrence[]; zone: string }) {
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past" className={page.section}>
      <h2 id="past" className={page.subtitle}>
        <Trans>So far</Trans>
      </h2>
      <ul className={styles.rows}>
        {past.map((each) => (
          <li key={each.at} className={styles.row}>
            <When at={each.at} zone={zone} />
            <span className={styles.words}>
              <span className={styles.name}>{each.name}</span>
            </span>
            <Became occurrence={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has become of a date. */
function Became({ occurrence: { state, meeting, name } }: { occurrence: Occurrence }) {
  const { t } = useLingui();
  if (meeting !== null) {
    return meeting.status === 'running' ? (
      <Link
        to="/m/$meeting"
        params={{ meeting: meeting.id }}
        className={buttonClass({ size: 's' })}
        aria-label={t`Go in: ${name}`}
      >
        <Trans>Go in</Trans>
      </Link>
    ) : (
      <Link
        to="/m/$meeting/outcome"
        params={{ meeting: meeting.id }}
        className={linkClass}
        aria-label={t`Outcome: ${name}`}
      >
        <Trans>Outcome</Trans>
      </Link>
    );
  }
  switch (state) {
    case 'skipped':
      return <Badge>{t`skipped`}</Badge>;
    case 'missed':
      return <Badge tone="warn">{t`missed: the server was away`}</Badge>;
    case 'failed':
      return <Badge tone="warn">{t`could not be started`}</Badge>;
    case 'held':
      return <Badge>{t`deleted`}</Badge>;
  }
}
