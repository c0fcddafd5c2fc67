import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TeamActivity } from '@rondo/contract';
import { Button, EmptyState, LinkButton } from '@rondo/design';
import { useState } from 'react';
import { ActivityCard } from './ActivityCard.tsx';
import { countFilters, type Filters } from './filters.ts';
import { useCategories } from './useCategories.ts';
import styles from './Library.module.css';

/** A first screenful and a bit: the cards beyond are drawn when somebody wants them. */
const PAGE = 24;

interface Props {
  activities: readonly TeamActivity[];
  team: string;
  filters: Filters;
  onClear: () => void;
}

/** What fits, best first. */
export function Found({ activities, team, filters, onClear }: Props) {
  const { t } = useLingui();
  const categories = useCategories();
  const chosen = categories.find(({ id }) => id === filters.category);
  const nameOf = new Map<string, string>(categories.map(({ id, name }) => [id, name]));
  // Another search begins at its first page.
  const key = JSON.stringify(filters);
  const [opened, setOpened] = useState({ key, pages: 1 });
  const pages = opened.key === key ? opened.pages : 1;
  const shown = activities.slice(0, pages * PAGE);
  const more = activities.length - shown.length;
  const searches = (filters.q ?? '').trim() !== '';
  return (
    <section aria-labelledby="found">
      <div className={styles.shelfHead}>
        {activities.length > 0 && (
          <h2 id="found" className={styles.shelfName}>
            {chosen && !searches && `${chosen.name}: `}
            <Plural
              value={activities.length}
              _0="nothing fits"
              one="# activity"
              other="# activities"
            />
          </h2>
        )}
        <LinkButton className={styles.all} onClick={onClear}>
          {countFilters(filters) > 0 && searches ? (
            <Trans>Clear search and filters</Trans>
          ) : searches ? (
            <Trans>Clear search</Trans>
          ) : (
            <Trans>Clear filters</Trans>
          )}
        </LinkButton>
        {chosen && !searches && <p className={styles.shelfHint}>{chosen.hint}</p>}
      </div>
      {activities.length === 0 ? (
        <EmptyState title={<span id="found">{t`Nothing fits`}</span>} drawing="lines">
          {filters.favourites ? (
            <Trans>Mark an activity with its star, and you find it here again.</Trans>
          ) : (
            <Trans>Try another word, or take a filter away.</Trans>
          )}
        </EmptyState>
      ) : (
        <ul className={styles.shelf}>
          {shown.map((activity) => (
            <ActivityCard
              key={activity.id}
              activity={activity}
              team={team}
              category={chosen ? undefined : nameOf.get(activity.category)}
            />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className={styles.more}>
          <Button onClick={() => setOpened({ key, pages: pages + 1 })}>
            <Trans>Show {more} more</Trans>
          </Button>
        </p>
      )}
    </section>
  );
}
