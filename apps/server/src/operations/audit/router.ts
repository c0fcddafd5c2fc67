import { signedIn } from '../../http/endpoints.ts';
import { needOwner } from '../../outbox/outbox.ts';
import { latest } from './read.ts';

export const auditRouter = signedIn.audit.router({
  list: signedIn.audit.list.handler(async ({ context: { app, user }, input }) => {
    await needOwner(app.db, user.id);
    const rows = await latest(app.db, { ...input, limit: input.limit + 1 });
    const page = rows.slice(0, input.limit);
    return {
      acts: page.map(({ hash, at, about, ...row }) => ({
        ...row,
        at: at.toISOString(),
        // Written by us as an object of texts.
        about: JSON.parse(about) as Record<string, string>,
        hash,
      })),
      next: rows.length > input.limit ? (page.at(-1)?.n ?? null) : null,
    };
  }),
});
