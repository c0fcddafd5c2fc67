import { open } from '../http/endpoints.ts';
import { problem } from '../http/problem.ts';
import { detailsOf, summaryOf } from './library.ts';

export const activitiesRouter = open.activities.router({
  list: open.activities.list.handler(({ context: { app } }) => ({
    activities: [...app.library.values()].map(summaryOf),
  })),
  get: open.activities.get.handler(({ context: { app }, input }) => {
    const activity = app.library.get(input.activity);
    if (!activity) throw problem('not-found');
    return detailsOf(activity);
  }),
});
