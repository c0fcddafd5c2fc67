import { fileURLToPath } from 'node:url';
import type { Activity as ActivityAnswer, ActivitySummary } from '@rondo/contract';
import { problemLine, promptTitlesOf, type Activity } from '@rondo/library';
import { withDrawings } from '@rondo/library/drawings';
import { loadActivities } from '@rondo/library/node';
import { phases } from '@rondo/phases/domain';
import { CannotStart } from '../cannot-start.ts';

const FOLDER = fileURLToPath(new URL('../../../../activities', import.meta.url));

/** The built-in activities by id. Stops the start with file and line when one of them is wrong. */
export async function openLibrary(): Promise<ReadonlyMap<string, Activity>> {
  const { activities, problems } = await loadActivities(FOLDER, phases);
  if (problems.length > 0) throw new CannotStart(problems.map(problemLine).join('\n'));
  return new Map(withDrawings(activities).map((activity) => [activity.id, activity]));
}

/** What the library's shelves and the search need of an activity. */
export function summaryOf(activity: Activity): ActivitySummary {
  const { flow, ...head } = activity;
  return {
    ...head,
    prompts: promptTitlesOf(activity),
    flow: flow.map((step) => step.kind),
  };
}

export const detailsOf = (activity: Activity): ActivityAnswer => ({
  ...activity,
  flow: activity.flow.map((step) => ({ ...step, settings: { ...step.settings } })),
});
