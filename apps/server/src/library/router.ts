import { allVisibleTo, detailsWith, summaryWith, visibleTo } from '../custom-activities/visible.ts';
import { open, signedIn } from '../http/endpoints.ts';
import { problem } from '../http/problem.ts';
import { setFavourite } from './favourites.ts';
import { detailsOf, summaryOf } from './library.ts';
import { readTeamLibrary } from './team-library.ts';

export const activitiesRouter = open.activities.router({
  list: open.activities.list.handler(async ({ context }) => {
    const { app } = context;
    const session = await context.session();
    const custom = session ? await allVisibleTo(app.db, session.user.id) : [];
    return {
      activities: [...custom.map(summaryWith), ...[...app.library.values()].map(summaryOf)],
    };
  }),
  get: open.activities.get.handler(async ({ context, input }) => {
    const { app } = context;
    const builtIn = app.library.get(input.activity);
    if (builtIn) return detailsOf(builtIn);
    const session = await context.session();
    const custom = session && (await visibleTo(app.db, session.user.id, input.activity));
    if (!custom) throw problem('not-found');
    return detailsWith(custom);
  }),
  ofTeam: signedIn.activities.ofTeam.handler(async ({ context: { app, user }, input }) => ({
    activities: await readTeamLibrary(app, user.id, input.team),
  })),
  setFavourite: signedIn.activities.setFavourite.handler(
    async ({ context: { app, user }, input: { activity, favourite } }) => {
      if (!app.library.has(activity) && !(await visibleTo(app.db, user.id, activity)))
        throw problem('not-found');
      await setFavourite(app.db, user.id, activity, favourite);
      return {};
    },
  ),
});
