import type { TeamActivity } from '@rondo/contract';
import { hash } from '@rondo/design';
import { inSeason } from '@rondo/library/in-season';

/** One row on a desk, two on a tablet; the rest is one tap away. */
export const FIRST = 4;

/** One of each kind of meeting that most teams have; for teams that have not met here yet. */
const TO_BEGIN_WITH = [
  'start-stop-continue',
  'sprint-poker',
  'weekly-check-in',
  'team-health-basics',
];

export type ShelfName = 'begin' | 'favourites' | 'recent' | 'popular' | 'season' | 'never';

export interface Shelf {
  name: ShelfName;
  activities: readonly TeamActivity[];
}

export interface Shelves {
  /** What is nearest to this team; those that would be empty are left out. */
  first: readonly Shelf[];
  /** Everything that is in season, by category, in the order in which the answer names them. */
  categories: ReadonlyMap<string, readonly TeamActivity[]>;
}

/**
 * The library as it looks when nobody searches.
 *
 * @param marked the ids of the favourites
 * @param today `MM-DD`
 * @param week any number that is another one each week
 */
export function shelvesOf(
  activities: readonly TeamActivity[],
  marked: ReadonlySet<string>,
  today: string,
  week: number,
): Shelves {
  const current = activities.filter((activity) => inSeason(activity, today));
  const recent = activities
    .filter((activity) => activity.lastRun !== null)
    .toSorted((a, b) => (b.lastRun ?? '').localeCompare(a.lastRun ?? ''));
  // What this team ran lately stands on the shelf before already.
  const popular = current
    .filter((activity) => activity.popular !== null && !recent.slice(0, FIRST).includes(activity))
    .toSorted((a, b) => (a.popular ?? 0) - (b.popular ?? 0));
  // Others each week, from all categories; a team that has not met yet has tried nothing, which is no news.
  const never =
    recent.length === 0
      ? []
      : current
          .filter((activity) => activity.teamRuns === 0)
          .toSorted((a, b) => hash(`${week} ${a.id}`) - hash(`${week} ${b.id}`));
  const begin =
    recent.length === 0
      ? TO_BEGIN_WITH.flatMap((id) => activities.find((activity) => activity.id === id) ?? [])
      : [];
  const all: Shelf[] = [
    { name: 'begin', activities: begin },
    { name: 'favourites', activities: activities.filter(({ id }) => marked.has(id)) },
    { name: 'recent', activities: recent },
    { name: 'popular', activities: popular },
    { name: 'season', activities: current.filter((activity) => activity.season !== undefined) },
    { name: 'never', activities: never },
  ];
  return {
    first: all.filter((shelf) => shelf.activities.length > 0),
    categories: Map.groupBy(current, (activity) => activity.category),
  };
}
