import { Trans, useLingui } from '@lingui/react/macro';
import type { TeamActivity } from '@rondo/contract';
import { linkClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { ActivityCard } from './ActivityCard.tsx';
import type { Filters } from './filters.ts';
import { FIRST, shelvesOf, type ShelfName } from './shelves.ts';
import { useCategories } from './useCategories.ts';
import { YoursShelf } from './YoursShelf.tsx';
import styles from './Library.module.css';

interface Props {
  activities: readonly TeamActivity[];
  /** The ids of the favourites. */
  marked: ReadonlySet<string>;
  team: string;
  /** `MM-DD` */
  today: string;
  week: number;
}

/** The library when nobody searches: what is near to this team first, then everything by category. */
export function ShelfList({ activities, marked, team, today, week }: Props) {
  const { t } = useLingui();
  const categories = useCategories();
  const shelves = useMemo(
    () => shelvesOf(activities, marked, today, week),
    [activities, marked, today, week],
  );
  const names: Record<ShelfName, string> = {
    begin: t`Good to begin with`,
    favourites: t`Your favourites`,
    recent: t`Recently used`,
    popular: t`Popular in your organization`,
    season: t`In season now`,
    never: t`Not tried yet`,
  };
  const wholes: Partial<Record<ShelfName, Filters>> = {
    favourites: { favourites: true },
    never: { never: true },
  };
  const yours = <YoursShelf activities={activities} team={team} />;
  const hasOwn = activities.some(({ custom }) => custom?.mayEdit);
  return (
    <>
      {hasOwn && yours}
      {shelves.first.map((shelf) => (
        <Shelf
          key={shelf.name}
          id={shelf.name}
          name={names[shelf.name]}
          activities={shelf.activities}
          team={team}
          whole={wholes[shelf.name]}
        />
      ))}
      {!hasOwn && yours}
      {categories.map(({ id, name, hint }) => (
        <Shelf
          key={id}
          id={id}
          name={name}
          hint={hint}
          activities={shelves.categories.get(id) ?? []}
          team={team}
          whole={{ category: id }}
        />
      ))}
    </>
  );
}

interface ShelfProps {
  id: string;
  name: string;
  hint?: ReactNode;
  activities: readonly TeamActivity[];
  team: string;
  /** Where all of it is shown; without, the shelf has no more than its first ones. */
  whole?: Filters | undefined;
}

function Shelf({ id, name, hint, activities, team, whole }: ShelfProps) {
  if (activities.length === 0) return null;
  const count = activities.length;
  return (
    <section className={styles.section} aria-labelledby={`shelf-${id}`}>
      <div className={styles.shelfHead}>
        <h2 id={`shelf-${id}`} className={styles.shelfName}>
          {name} {whole && <span className={styles.count}>{count}</span>}
        </h2>
        {whole && count > FIRST && (
          <Link
            to="/teams/$team/library"
            params={{ team }}
            search={whole}
            className={`${linkClass} ${styles.all}`}
          >
            <Trans>
              Show all <span className="visually-hidden">{name}</span>
            </Trans>
          </Link>
        )}
        {hint !== undefined && <p className={styles.shelfHint}>{hint}</p>}
      </div>
      <ul className={styles.shelf}>
        {activities.slice(0, FIRST).map((activity) => (
          <ActivityCard key={activity.id} activity={activity} team={team} />
        ))}
      </ul>
    </section>
  );
}
