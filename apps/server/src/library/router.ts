import { open, signedIn } from '../http/endpoints.ts';
import { problem } from '../http/problem.ts';
import { setFavourite } from './favourites.ts';
import { detailsOf, summaryOf } from './library.ts';
import { readTeamLibrary } from './team-library.ts';

export const activitiesRouter = open.activities.router({
  list: open.activities.list.handler(({ context: { app } }) => ({
    activities: [...app.library.values()].map(summaryOf),
  })),
  get: open.activities.get.handler(({ context: { app }, input }) => {
    const activity = app.library.get(input.activity);
    if (!activity) throw problem('not-found');
    return detailsOf(activity);
  }),
  ofTeam: signedIn.activities.ofTeam.handler(async ({ context: { app, user }, input }) => ({
    activities: await readTeamLibrary(app, user.id, input.team),
  })),
  setFavourite: signedIn.activities.setFavourite.handler(
    async ({ context: { app, user }, input: { activity, favourite } }) => {
      if (!app.library.has(activity)) throw problem('not-found');
      await setFavourite(app.db, user.id, activity, favourite);
      return {};
    },
  ),
});
