import { hashPassword } from 'better-auth/crypto';
import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { version } from '../version.ts';
import { isClaimed, makeOwner, spendClaimCode } from './claim.ts';
import { changeMe, readMe } from './me.ts';
import { makeOrganization } from './organizations.ts';
import { makePerson } from './people.ts';
import { confirmSignUp, signUp } from './sign-up.ts';

const CLAIM: Limit = { name: 'claim', most: 10, seconds: 60 };
const ENTER: Limit = { name: 'enter', most: 30, seconds: 600 };

export const serverRouter = open.server.router({
  info: open.server.info.handler(async ({ context: { app } }) => ({
    version,
    claimed: await isClaimed(app.db),
    signUp: app.settings.signUp,
    mail: app.settings.smtpUrl ? ('smtp' as const) : ('outbox' as const),
  })),

  claim: open.server.claim.handler(async ({ context, input }) => {
    const { app, address, request, response } = context;
    await app.limits.count(CLAIM, address);
    const passwordHash = await hashPassword(input.password);
    const { team, owner } = await app.db.transaction().execute(async (tx) => {
      await spendClaimCode(tx, input.code);
      const owner = await makePerson(tx, { ...input, passwordHash });
      if (owner === null) throw problem('conflict');
      await makeOwner(tx, owner);
      const { organization: name, team, language } = input;
      const { idleEndDays } = app.settings;
      const plan = { owner, name, team, language, idleEndDays };
      const { team: made } = await makeOrganization(tx, plan);
      await record(tx, { act: 'server-claimed', actor: owner, address, about: { team: made } });
      return { owner, team: made };
    });
    await app.sessions.start({ headers: request.headers, address }, response, owner);
    return { team };
  }),
});

export const accountRouter = open.me.router({
  signUp: open.me.signUp.handler(async ({ context, input }) => {
    await signUp(context.app, input, context.address);
    return {};
  }),

  enter: open.me.enter.handler(async ({ context, input: { token } }) => {
    const { app, address, request, response } = context;
    await app.limits.count(ENTER, address);
    const asker = { headers: request.headers, address };
    const person = await confirmSignUp(app, token, address);
    if (person !== null) await app.sessions.start(asker, response, person);
    else if (!(await app.sessions.startByLink(asker, response, token))) throw problem('expired');
    return {};
  }),

  get: signedIn.me.get.handler(({ context }) => readMe(context.app.db, context.user.id)),

  change: signedIn.me.change.handler(async ({ context, input }) => {
    await changeMe(context.app.db, context.user.id, input);
    return readMe(context.app.db, context.user.id);
  }),
});
