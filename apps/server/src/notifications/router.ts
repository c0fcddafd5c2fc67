import type { Unsubscribed } from '@rondo/contract';
import type { App } from '../app.ts';
import { open, signedIn } from '../http/endpoints.ts';
import { problem } from '../http/problem.ts';
import { setMailing } from '../mail/mailings.ts';
import { countUnread, listNotices, markRead } from './list.ts';
import { changeSettings, readSettings } from './settings.ts';

export const notificationsRouter = open.notifications.router({
  list: signedIn.notifications.list.handler(({ context: { app, user }, input }) =>
    listNotices(app.db, user.id, input),
  ),
  count: signedIn.notifications.count.handler(async ({ context: { app, user } }) => ({
    unread: await countUnread(app.db, user.id),
  })),
  read: signedIn.notifications.read.handler(async ({ context: { app, user }, input }) => {
    await markRead(app.db, user.id, input);
    // The person's other pages show the same count.
    app.live.poke(`news:person:${user.id}`);
    return {};
  }),
  settings: signedIn.notifications.settings.handler(({ context: { app, user } }) =>
    readSettings(app.db, user.id),
  ),
  change: signedIn.notifications.change.handler(async ({ context: { app, user }, input }) => {
    await app.db.transaction().execute((tx) => changeSettings(tx, user.id, input));
    return readSettings(app.db, user.id);
  }),
  unsubscribe: open.notifications.unsubscribe.handler(({ context: { app }, input }) =>
    switched(app, input.token, false),
  ),
  resubscribe: open.notifications.resubscribe.handler(({ context: { app }, input }) =>
    switched(app, input.token, true),
  ),
});

/** Whoever has the mail may do it, and nothing else by its token. */
async function switched({ db, post }: App, token: string, isOn: boolean): Promise<Unsubscribed> {
  const found = post.mailingIn(token);
  const person =
    found &&
    (await db.selectFrom('user').select('id').where('id', '=', found.user).executeTakeFirst());
  if (!found || !person) throw problem('not-found');
  const team =
    found.team === null
      ? null
      : await db.selectFrom('team').select('name').where('id', '=', found.team).executeTakeFirst();
  // The team is gone, and its mails with it.
  if (team === undefined) throw problem('not-found');
  await setMailing(db, found, isOn);
  return { mailing: found.mailing, team };
}
