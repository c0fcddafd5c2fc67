import { signedIn } from '../http/endpoints.ts';
import { find } from './find.ts';

export const searchRouter = signedIn.search.router({
  find: signedIn.search.find.handler(async ({ context: { app, user }, input }) => ({
    groups: await find(app.db, user.id, input),
  })),
});
