import type { TeamActivity } from '@rondo/contract';
import type { App } from '../app.ts';
import { summaryWith, visibleIn } from '../custom-activities/visible.ts';
import { needRole } from '../teams/access.ts';
import { favouritesOf } from './favourites.ts';
import { summaryOf } from './library.ts';
import { popularFor, usageOf } from './usage.ts';

/** The library as a member of a team sees it: with their own favourites and their team's habits. */
export async function readTeamLibrary(
  { db, library }: Pick<App, 'db' | 'library'>,
  user: string,
  team: string,
): Promise<TeamActivity[]> {
  await needRole(db, user, team);
  const [favourites, usage, popular, custom] = await Promise.all([
    favouritesOf(db, user),
    usageOf(db, team),
    popularFor(db, team),
    visibleIn(db, user, team),
  ]);
  const ranks = new Map(popular.map((id, index) => [id, index + 1]));
  return [...custom.map(summaryWith), ...[...library.values()].map(summaryOf)].map((activity) => ({
    ...activity,
    favourite: favourites.has(activity.id),
    teamRuns: usage.get(activity.id)?.runs ?? 0,
    lastRun: usage.get(activity.id)?.last.toISOString() ?? null,
    popular: ranks.get(activity.id) ?? null,
  }));
}
