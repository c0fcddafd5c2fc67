import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { lookAt } from '../invitations/invitations.ts';
import { record } from '../operations/audit/record.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { LINK_SECONDS } from './auth.ts';
import { isClaimed } from './claim.ts';
import { letters, type Language } from './letters.ts';
import { makeOrganization, namesAfter } from './organizations.ts';
import { findPersonByEmail, makePerson } from './people.ts';

const PER_ADDRESS: Limit = { name: 'sign-up', most: 20, seconds: 3_600 };
const PER_EMAIL: Limit = { name: 'sign-up-mail', most: 5, seconds: 3_600 };

export interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  /** Where to go once signed in, a path of the web app. */
  readonly next?: string | undefined;
}

/**
 * Mails a link that makes the account; to an address that has one, a link that signs in. Nothing
 * shows which of the two it was: same answer, same work.
 */
export async function signUp(app: App, wanted: SignUp, address: string): Promise<void> {
  const { db, post, settings } = app;
  if (!(await isClaimed(db))) throw problem('not-claimed');
  await app.limits.count(PER_ADDRESS, address);
  await app.limits.count(PER_EMAIL, hashToken(wanted.email).toString('hex'));
  const invitation = invitationIn(wanted.next);
  if (settings.signUp === 'invited') await needInvitation(db, invitation);
  const { email, name, language, next = '/' } = wanted;
  const passwordHash = await hashPassword(wanted.password);
  const known = await findPersonByEmail(db, email);
  if (known) {
    await app.mailSignInLink({ email, next, because: 'sign-up' });
    return;
  }
  const token = newToken();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('sign_up')
      .values({
        token_hash: hashToken(token),
        email,
        name,
        password_hash: passwordHash,
        language,
        with_team: invitation === undefined,
        expires_at: sql<Date>`now() + make_interval(secs => ${LINK_SECONDS})`,
      })
      .execute();
    const letter = letters.signUp(language, post.link(enterPath(token, next)));
    await post.queue(tx, { to: email, kind: 'sign-up', letter });
  });
}

/** The token comes behind the #, so that no server on the way sees it. */
export function enterPath(token: string, next: string): string {
  return `/enter#${new URLSearchParams({ token, next }).toString()}`;
}

/**
 * Makes the account of a mailed link, once.
 * @returns the person's id; null: the link is not one of these, was used or has expired
 */
export async function confirmSignUp(
  app: App,
  token: string,
  address: string,
): Promise<string | null> {
  return app.db.transaction().execute(async (tx) => {
    const asked = await tx
      .deleteFrom('sign_up')
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', sql<Date>`now()`)
      .returning(['email', 'name', 'password_hash', 'language', 'with_team'])
      .executeTakeFirst();
    if (!asked) return null;
    const { email, name, language } = asked;
    const id = await makePerson(tx, { email, name, language, passwordHash: asked.password_hash });
    // Of two links mailed to one address the first that is followed makes the account.
    if (id === null) return (await findPersonByEmail(tx, email))?.id ?? null;
    if (asked.with_team) {
      const { idleEndDays } = app.settings;
      await makeOrganization(tx, {
        owner: id,
        language,
        idleEndDays,
        ...namesAfter(name, language),
      });
    }
    await record(tx, { act: 'account-made', actor: id, address, about: { by: 'sign-up' } });
    return id;
  });
}

/** Who comes by an invitation goes on to `/join#token`. */
function invitationIn(next: string | undefined): string | undefined {
  return /^\/join#(.+)$/.exec(next ?? '')?.[1];
}

async function needInvitation(db: Db, token: string | undefined): Promise<void> {
  if (token === undefined) throw problem('not-allowed');
  await lookAt(db, token);
}
