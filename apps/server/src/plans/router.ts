import { beginToPay, openPortal } from '../billing/pay.ts';
import { signedIn } from '../http/endpoints.ts';
import { needOwner } from '../outbox/outbox.ts';
import { setByHand } from './by-hand.ts';
import { keepTeams, listCountedTeams } from './counted-teams.ts';
import { listServerPlans } from './of-server.ts';
import { readPlan } from './overview.ts';

export const plansRouter = signedIn.plans.router({
  get: signedIn.plans.get.handler(({ context: { app, user }, input }) =>
    readPlan(app, user.id, input.organization),
  ),
  teams: signedIn.plans.teams.handler(({ context: { app, user }, input }) =>
    listCountedTeams(app.db, user.id, input),
  ),
  keep: signedIn.plans.keep.handler(async ({ context: { app, user }, input }) => {
    await keepTeams(app.db, app, user.id, input);
    return {};
  }),
  checkout: signedIn.plans.checkout.handler(async ({ context, input }) => {
    const { app, user, origin } = context;
    return { url: await beginToPay(app, user, { ...input, origin }) };
  }),
  portal: signedIn.plans.portal.handler(async ({ context, input }) => {
    const { app, user, origin } = context;
    return { url: await openPortal(app, user, { ...input, origin }) };
  }),
  ofServer: signedIn.plans.ofServer.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    // Organizations the owner of the server is not in are on the list.
    const page = await listServerPlans(app.dbForAll, input);
    return { limited: app.settings.plans === 'on', ...page };
  }),
  set: signedIn.plans.set.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    await setByHand(app, user.id, input);
    return {};
  }),
});
