import { hashPassword } from 'better-auth/crypto';
import { makePerson } from '../accounts/people.ts';
import type { App } from '../app.ts';
import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { managesTeam, roleInTeam } from '../teams/access.ts';
import {
  claimInvitation,
  invite,
  listInvitations,
  lookAt,
  MAIL_DAYS,
  revoke,
  useInvitation,
} from './invitations.ts';
import { invitationLetter } from './letters.ts';
import { needTrust } from './trust.ts';

/** Who invites is counted, however many teams they are in: mails in an hour, and turns in a minute. */
const MAILS: Limit = { name: 'invite-mail', most: 100, seconds: 3_600 };
const TURNS: Limit = { name: 'invite-turn', most: 10, seconds: 60 };
const LOOKS: Limit = { name: 'invite-look', most: 120, seconds: 600 };

/** Behind the #, so that no server on the way sees the token. */
const pathOf = (token: string): string => `/join#${token}`;

export const invitationsRouter = open.invitations.router({
  list: signedIn.invitations.list.handler(async ({ context: { app, user }, input }) => ({
    invitations: await listInvitations(
      await dbToInvite(app, user.id, input.team),
      user.id,
      input.team,
    ),
  })),

  createLink: signedIn.invitations.createLink.handler(
    async ({ context, input: { team, meeting = null, days } }) => {
      const { app, user, origin } = context;
      const db = await dbToInvite(app, user.id, team);
      const { invitation, token } = await db.transaction().execute(async (tx) => {
        const made = await invite(tx, user.id, { team, meeting, email: null, days });
        const about = { invitation: made.invitation.id, team, kind: 'link' };
        await record(tx, { act: 'invitation-made', actor: user.id, about });
        return made;
      });
      return { invitation, url: `${origin}${pathOf(token)}` };
    },
  ),

  mail: signedIn.invitations.mail.handler(async ({ context: { app, user }, input }) => {
    const emails = [...new Set(input.emails)];
    const db = await dbToInvite(app, user.id, input.team);
    await app.limits.count(TURNS, user.id);
    for (const _ of emails) await app.limits.count(MAILS, user.id);
    // What somebody did in all teams there are is counted where nobody reads it.
    await needTrust(app.dbForAll, user.id, emails.length);
    // Whether there is an account, and which, is nothing the one who invites gets to know.
    const languageOf = await languagesFor(app.dbForAll, emails, input.team);
    const invitations = await db.transaction().execute(async (tx) => {
      const made = [];
      for (const email of emails) {
        const { invitation, token } = await invite(tx, user.id, {
          team: input.team,
          meeting: input.meeting ?? null,
          email,
          days: MAIL_DAYS,
        });
        const about = await lookAt(tx, token);
        const letter = invitationLetter(languageOf(email), {
          by: user.name,
          team: about.team,
          meeting: about.meeting?.name ?? null,
          url: app.post.link(pathOf(token)),
        });
        await app.post.queue(tx, { to: email, kind: 'invitation', letter });
        made.push(invitation);
        const entry = { invitation: invitation.id, team: input.team, kind: 'mail' };
        await record(tx, { act: 'invitation-made', actor: user.id, about: entry });
      }
      return made;
    });
    return { invitations };
  }),

  revoke: signedIn.invitations.revoke.handler(async ({ context: { app, user }, input }) => {
    await revoke(app, user.id, input.invitation);
    return {};
  }),

  look: open.invitations.look.handler(async ({ context: { app, address }, input }) => {
    await app.limits.count(LOOKS, address);
    return lookAt(app.db, input.token);
  }),

  // Whoever follows one is not in the team yet.
  accept: signedIn.invitations.accept.handler(({ context: { app, user }, input }) =>
    app.dbForAll.transaction().execute(async (tx) => {
      const invitation = await claimInvitation(tx, input.token);
      // A mailed invitation is for the one it was mailed to.
      if (invitation.email !== null && invitation.email !== user.email.toLowerCase())
        throw problem('not-allowed');
      await useInvitation(tx, invitation, user.id);
      return { team: invitation.team, meeting: invitation.meeting };
    }),
  ),

  join: open.invitations.join.handler(async ({ context, input }) => {
    const { app, address, request, response } = context;
    await app.limits.count(LOOKS, address);
    const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
    const { person, invitation } = await app.db.transaction().execute(async (tx) => {
      const invitation = await claimInvitation(tx, input.token);
      // Only the mail shows whose address it is; a link for everybody does not.
      if (invitation.email === null) throw problem('expired');
      const { email } = invitation;
      const { name } = input;
      const made = await makePerson(tx, {
        email,
        name,
        passwordHash,
        language: input.language ?? (await languagesFor(tx, [email], invitation.team))(email),
      });
      // The token came by mail to this very address, so telling its holder gives nobody away.
      if (made === null) throw problem('conflict');
      await useInvitation(tx, invitation, made);
      const by = { by: 'invitation' };
      await record(tx, { act: 'account-made', actor: made, address, about: by });
      return { person: made, invitation };
    });
    await app.sessions.start({ headers: request.headers, address }, response, person);
    return { team: invitation.team, meeting: invitation.meeting };
  }),
});

/** Who manages a team without being in it invites too; invitations are otherwise a team's own. */
async function dbToInvite(app: App, user: string, team: string): Promise<App['db']> {
  return (await roleInTeam(app.db, user, team)) === null && (await managesTeam(app.db, user, team))
    ? app.dbForAll
    : app.db;
}

/** By addresses: the person's own language where there is an account, else the team's. */
async function languagesFor(
  db: App['db'],
  emails: readonly string[],
  team: string,
): Promise<(email: string) => 'en' | 'de'> {
  const people = await db
    .selectFrom('user')
    .select(['email', 'language'])
    .where(
      'email',
      'in',
      emails.map((email) => email.toLowerCase()),
    )
    .execute();
  const row = await db
    .selectFrom('team')
    .select('language')
    .where('id', '=', team)
    .executeTakeFirst();
  const own = new Map(people.map(({ email, language }) => [email, language]));
  return (email) => own.get(email.toLowerCase()) ?? row?.language ?? 'en';
}
