import { signedIn } from '../http/endpoints.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { listMails, needOwner, readMail } from './outbox.ts';

export const outboxRouter = signedIn.outbox.router({
  list: signedIn.outbox.list.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    // Mails are for nobody to read but the owner of the server, here.
    return listMails(app.dbForAll, input);
  }),
  get: signedIn.outbox.get.handler(async ({ context: { app, user, origin }, input }) => {
    await needOwner(app.db, user.id);
    const mail = await readMail(app.dbForAll, input.mail, origin);
    // Not after the answer: nobody reads a mail without that being written down.
    await record(app.db, { act: 'mail-read', actor: user.id, about: { mail: input.mail } });
    return mail;
  }),
  retry: signedIn.outbox.retry.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    await app.dbForAll.transaction().execute(async (tx) => {
      const again = await tx
        .updateTable('mail')
        .set({ state: 'queued', error: null })
        .where('id', '=', input.mail)
        .where('state', '=', 'failed')
        .executeTakeFirst();
      if (again.numUpdatedRows === 0n) throw problem('conflict');
      await app.jobs.add('send-mail', { mail: input.mail }, tx);
      await record(tx, { act: 'mail-sent-again', actor: user.id, about: { mail: input.mail } });
    });
    return {};
  }),
});
