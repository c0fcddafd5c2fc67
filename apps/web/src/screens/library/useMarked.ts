import type { TeamActivity } from '@rondo/contract';
import { useState } from 'react';

/**
 * The favourites as they were when somebody came to this view of the library (`view` names it). A star that goes
 * out leaves its card where it is until they come again: so nothing jumps, and the focus stays on the star.
 */
export function useMarked(activities: readonly TeamActivity[], view: string): ReadonlySet<string> {
  const [seen, setSeen] = useState({ view, ids: favouritesAmong(activities) });
  if (seen.view === view) return seen.ids;
  const ids = favouritesAmong(activities);
  setSeen({ view, ids });
  return ids;
}

const favouritesAmong = (activities: readonly TeamActivity[]): ReadonlySet<string> =>
  new Set(activities.filter((activity) => activity.favourite).map(({ id }) => id));
