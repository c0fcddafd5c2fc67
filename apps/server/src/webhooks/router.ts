import { signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { changeHook, listHooks, makeHook, removeHook, renewSecret } from './change.ts';
import { listDeliveries, sendAgain } from './log.ts';
import { tryOut } from './try-out.ts';

const TESTS: Limit = { name: 'webhook-test', most: 30, seconds: 600 };

export const webhooksRouter = signedIn.webhooks.router({
  ofTeam: signedIn.webhooks.ofTeam.handler(async ({ context: { app, user }, input: { team } }) => ({
    webhooks: await listHooks(app.db, user.id, { team }),
  })),
  makeForTeam: signedIn.webhooks.makeForTeam.handler(
    ({ context: { app, user }, input: { team, ...plan } }) =>
      makeHook(app.db, user.id, { team }, plan, app.linkSecret),
  ),
  ofOrganization: signedIn.webhooks.ofOrganization.handler(
    async ({ context: { app, user }, input: { organization } }) => ({
      webhooks: await listHooks(app.db, user.id, { organization }),
    }),
  ),
  makeForOrganization: signedIn.webhooks.makeForOrganization.handler(
    ({ context: { app, user }, input: { organization, ...plan } }) =>
      makeHook(app.db, user.id, { organization }, plan, app.linkSecret),
  ),
  change: signedIn.webhooks.change.handler(
    ({ context: { app, user }, input: { webhook, ...changes } }) =>
      changeHook(app.db, user.id, webhook, changes, app.linkSecret),
  ),
  remove: signedIn.webhooks.remove.handler(async ({ context: { app, user }, input }) => {
    await removeHook(app.db, user.id, input.webhook);
    return {};
  }),
  renewSecret: signedIn.webhooks.renewSecret.handler(async ({ context: { app, user }, input }) => ({
    secret: await renewSecret(app.db, user.id, input.webhook, app.linkSecret),
  })),
  test: signedIn.webhooks.test.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(TESTS, user.id);
    const secret = app.linkSecret;
    const allowPrivate = app.settings.webhooksPrivate === 'on';
    return tryOut(app.db, user.id, input.webhook, { secret, allowPrivate });
  }),
  deliveries: signedIn.webhooks.deliveries.handler(({ context: { app, user }, input }) =>
    listDeliveries(app.db, user.id, input),
  ),
  sendAgain: signedIn.webhooks.sendAgain.handler(async ({ context: { app, user }, input }) => {
    await sendAgain(app.db, user.id, input.webhook, input.delivery);
    return {};
  }),
});
