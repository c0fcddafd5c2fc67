import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ActivitySummary } from '@rondo/contract';
import { Chip, EmptyState, Illustration, TextField, type Hue } from '@rondo/design';
import { findActivities } from '@rondo/library/find';
import { inLanguage } from '@rondo/meeting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api/client.ts';
import { libraryRoute } from '../../routes.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import page from '../Page.module.css';
import styles from './Library.module.css';

/** Where meetings come from: every activity, found by name, prompt, purpose or synonym. */
export default function Library() {
  const { t, i18n } = useLingui();
  const { team } = libraryRoute.useParams();
  const list = useQuery({
    ...api.activities.list.queryOptions({ input: {} }),
    staleTime: Infinity,
  });
  const [query, setQuery] = useState('');
  const [longest, setLongest] = useState<number | null>(null);
  const search = useDeferredValue(query);
  useTitle(t`Library`);
  if (list.isError) throw list.error;
  const all = list.data?.activities ?? [];
  const fitting = all.filter((activity) => longest === null || activity.minutes <= longest);
  const found =
    search.trim() === ''
      ? fitting
      : findActivities(fitting, search, i18n.locale.startsWith('de') ? 'de' : 'en');
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Library</Trans>
        </h1>
        <p className={page.lead}>
          <Trans>Choose an activity. You can look at it first, or start it at once.</Trans>
        </p>
      </div>
      <div className={styles.tools}>
        <TextField
          label={t`Find an activity`}
          hideLabel
          type="search"
          placeholder={t`Find: a name, a question, an occasion…`}
          lead={<Search size={18} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <div className={styles.chips} role="group" aria-label={t`How long it may take`}>
          {[30, 45, 60].map((minutes) => (
            <Chip
              key={minutes}
              selected={longest === minutes}
              onClick={() => setLongest(longest === minutes ? null : minutes)}
            >
              {t`up to ${minutes} min`}
            </Chip>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {list.data && <Plural value={found.length} one="# activity" other="# activities" />}
      </p>
      {list.data && found.length === 0 ? (
        <EmptyState title={t`Nothing fits`} drawing="lines">
          <Trans>Try another word, or allow more time.</Trans>
        </EmptyState>
      ) : (
        <ul className={styles.shelf}>
          {found.map((activity) => (
            <Activity key={activity.id} activity={activity} team={team} />
          ))}
        </ul>
      )}
    </>
  );
}

function Activity({ activity, team }: { activity: ActivitySummary; team: string }) {
  const { i18n } = useLingui();
  return (
    <li>
      <Link
        to="/teams/$team/library/$activity"
        params={{ team, activity: activity.id }}
        className={styles.activity}
      >
        <span className={styles.picture}>
          {/* The library checks that these are hues of the design. */}
          <Illustration seed={activity.id} hues={activity.hues as Hue[]} />
        </span>
        <strong className={styles.name}>{inLanguage(activity.name, i18n.locale)}</strong>
        <span className={styles.summary}>{inLanguage(activity.summary, i18n.locale)}</span>
        <span className={styles.facts}>
          <Trans>
            {activity.minutes} min · {activity.people.min}–{activity.people.max} people
          </Trans>
        </span>
      </Link>
    </li>
  );
}
