import { signedIn } from '../http/endpoints.ts';
import { problem } from '../http/problem.ts';
import { listMails, needOwner, readMail } from './outbox.ts';

export const outboxRouter = signedIn.outbox.router({
  list: signedIn.outbox.list.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    return listMails(app.db, input);
  }),
  get: signedIn.outbox.get.handler(async ({ context: { app, user, origin }, input }) => {
    await needOwner(app.db, user.id);
    return readMail(app.db, input.mail, origin);
  }),
  retry: signedIn.outbox.retry.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    await app.db.transaction().execute(async (tx) => {
      const again = await tx
        .updateTable('mail')
        .set({ state: 'queued', error: null })
        .where('id', '=', input.mail)
        .where('state', '=', 'failed')
        .executeTakeFirst();
      if (again.numUpdatedRows === 0n) throw problem('conflict');
      await app.jobs.add('send-mail', { mail: input.mail }, tx);
    });
    return {};
  }),
});
