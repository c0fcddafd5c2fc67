import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import type { Act } from '../operations/audit/acts.ts';
import { record } from '../operations/audit/record.ts';
import type { Settings } from '../settings/list.ts';
import { makeAuth, type Auth } from './auth.ts';
import { letters } from './letters.ts';
import { findPersonByEmail } from './people.ts';
import { makeSessions, type Sessions } from './session.ts';
import { enterPath } from './sign-up.ts';

export interface SignInLink {
  readonly email: string;
  /** Where to go once signed in, a path of the web app. */
  readonly next: string;
  /** What they asked for: to sign in, or for an account although they have one. */
  readonly because: 'sign-in' | 'sign-up';
}

export interface Accounts {
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly mailSignInLink: (link: SignInLink) => Promise<void>;
  /** Waits for what goes on after the answers. */
  readonly settle: () => Promise<void>;
}

interface Needs {
  readonly db: Db;
  /** Of better-auth's own: other parts read some types differently. */
  readonly pool: Pool;
  readonly secret: string;
  readonly settings: Settings;
  readonly post: Post;
  readonly log: Logger;
  readonly onSessionEnd: (session: string) => void;
}

export function makeAccounts(needs: Needs): Accounts {
  const { db, pool, secret, settings, post, log, onSessionEnd } = needs;
  const going = new Set<Promise<unknown>>();
  // It has happened by now: a log that cannot be written must not keep people from signing out.
  const note = (act: Act): Promise<void> =>
    record(db, act).catch((error: unknown) =>
      log.error({ err: error, act: act.act }, 'could not write down what was done'),
    );
  const auth = makeAuth({
    pool,
    secret,
    origin: settings.publicUrl ?? `http://localhost:${settings.port}`,
    log,
    onSessionEnd: async (session, user) => {
      onSessionEnd(session);
      await note({ act: 'session-ended', actor: user, about: { session } });
    },
    onSessionStart: (session, user, address) =>
      note({ act: 'signed-in', actor: user, address, about: { session } }),
    onPasswordReset: (user) =>
      note({ act: 'password-changed', actor: user, about: { by: 'reset' } }),
    inBackground: (work) => {
      const done = work
        .catch((error: unknown) => log.error({ err: error }, 'background work of accounts failed'))
        .finally(() => going.delete(done));
      going.add(done);
    },
    mailSignInLink: async ({ email, token, next, because }) => {
      const person = await findPersonByEmail(db, email);
      const language = person?.language ?? 'en';
      if (!person) {
        const letter = letters.signInUnknown(language, post.link('/sign-up'));
        await post.queue(db, { to: email, kind: 'sign-in-unknown', letter });
        return;
      }
      const url = post.link(enterPath(token, next));
      const isKnown = because === 'sign-up';
      const letter = isKnown ? letters.signUpKnown(language, url) : letters.signIn(language, url);
      await post.queue(db, { to: email, kind: isKnown ? 'sign-up-known' : 'sign-in', letter });
    },
    mailResetLink: async (email, token) => {
      const language = (await findPersonByEmail(db, email))?.language ?? 'en';
      const url = post.link(`/new-password#${new URLSearchParams({ token }).toString()}`);
      const letter = letters.resetPassword(language, url);
      await post.queue(db, { to: email, kind: 'reset-password', letter });
    },
  });
  return {
    auth,
    sessions: makeSessions(auth),
    mailSignInLink: async ({ email, next, because }) => {
      await auth.api.signInMagicLink({
        body: { email, callbackURL: next, metadata: { because } },
        headers: new Headers(),
      });
    },
    settle: async () => {
      await Promise.all(going);
    },
  };
}
