import type { TeamActivity } from '@rondo/contract';
import { findActivities } from '@rondo/library/find';
import { inSeason } from '@rondo/library/in-season';
import type { Filters } from './filters.ts';

/**
 * The activities that fit, best first. What is out of season is found only by who looks for it: with words, or
 * among the favourites.
 *
 * @param marked the ids of the favourites
 * @param today `MM-DD`
 */
export function narrowed(
  activities: readonly TeamActivity[],
  filters: Filters,
  marked: ReadonlySet<string>,
  language: string,
  today: string,
): TeamActivity[] {
  const fitting = activities.filter((activity) => fits(activity, filters, marked));
  const { q = '' } = filters;
  if (q.trim() !== '') return findActivities(fitting, q, language);
  return filters.favourites ? fitting : fitting.filter((activity) => inSeason(activity, today));
}

function fits(activity: TeamActivity, filters: Filters, marked: ReadonlySet<string>): boolean {
  const { category, minutes, people, way, place, favourites, never } = filters;
  return (
    (category === undefined || activity.category === category) &&
    (minutes === undefined || activity.minutes <= minutes) &&
    (people === undefined || (activity.people.min <= people && people <= activity.people.max)) &&
    (way === undefined || activity.suits.includes(way)) &&
    (place === undefined || activity.place.includes(place)) &&
    (!favourites || marked.has(activity.id)) &&
    (!never || activity.teamRuns === 0)
  );
}
