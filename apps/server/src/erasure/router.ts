import { signedIn } from '../http/endpoints.ts';
import { circumstancesOf } from './circumstances.ts';
import { eraseAccount } from './erase.ts';
import { mailCode, needProof } from './proof.ts';

/** About whoever is signed in, and beyond what they see themselves: who else owns what they own, and their own sessions. */
export const erasureRouter = signedIn.erasure.router({
  preview: signedIn.erasure.preview.handler(({ context: { app, user } }) =>
    circumstancesOf(app.dbForAll, user.id),
  ),
  code: signedIn.erasure.code.handler(async ({ context: { app, user } }) => {
    await mailCode(app, user);
    return {};
  }),
  erase: signedIn.erasure.erase.handler(async ({ context: { app, user }, input }) => {
    await needProof(app, user.id, input);
    await eraseAccount(app, user);
    return {};
  }),
});
