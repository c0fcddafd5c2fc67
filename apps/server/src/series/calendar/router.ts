import { open, signedIn } from '../../http/endpoints.ts';
import { calendarPath, renewCalendar, revokeCalendar } from './token.ts';

export const calendarRouter = open.calendar.router({
  get: signedIn.calendar.get.handler(async ({ context: { app, user, origin }, input }) => {
    const which = { user: user.id, team: input.team ?? null };
    const path = await calendarPath(app.db, app.linkSecret, which);
    return { url: path === null ? null : `${origin}${path}` };
  }),
  renew: signedIn.calendar.renew.handler(async ({ context: { app, user, origin }, input }) => {
    const which = { user: user.id, team: input.team ?? null };
    return { url: `${origin}${await renewCalendar(app.db, app.linkSecret, which)}` };
  }),
  revoke: signedIn.calendar.revoke.handler(async ({ context: { app, user }, input }) => {
    await revokeCalendar(app.db, { user: user.id, team: input.team ?? null });
    return { url: null };
  }),
});
