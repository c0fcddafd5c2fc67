import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins/magic-link';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { SignInLink } from './accounts.ts';

/** How long a mailed link works, in seconds. */
export const LINK_SECONDS = 60 * 60;
const DAY = 24 * 60 * 60;

/** Set by us on every request to better-auth, whatever the client sent under these names. */
export const ADDRESS_HEADER = 'x-rondo-address';
export const ORIGIN_HEADER = 'x-rondo-origin';

export interface AuthOptions {
  readonly pool: Pool;
  readonly secret: string;
  /** `RONDO_PUBLIC_URL`, else any address this server has; links do not come from here. */
  readonly origin: string;
  readonly log: Logger;
  /** What goes on after the answer; nobody can tell from the time it took whether there was any. */
  readonly inBackground: (work: Promise<unknown>) => void;
  /** Somebody signed out, or was signed out: by themselves elsewhere, or by a new password. */
  readonly onSessionEnd: (session: string, user: string) => Promise<void>;
  readonly onSessionStart: (session: string, user: string, address: string) => Promise<void>;
  readonly onPasswordReset: (user: string) => Promise<void>;
  readonly mailSignInLink: (link: SignInLink & { readonly token: string }) => Promise<void>;
  readonly mailResetLink: (email: string, token: string) => Promise<void>;
}

export type Auth = ReturnType<typeof makeAuth>;

/** Passwords, sessions and mailed links by better-auth, in our own tables. */
export function makeAuth(options: AuthOptions) {
  const { pool, secret, origin, log, inBackground } = options;
  const isSecure = origin.startsWith('https:');
  return betterAuth({
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    trustedOrigins: (request) => {
      const used = request?.headers.get(ORIGIN_HEADER);
      return used ? [used] : [];
    },
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by our own endpoints, which look the same for known and unknown addresses.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => options.onPasswordReset(user.id),
      sendResetPassword: ({ user, token }) => options.mailResetLink(user.email, token),
    },
    user: {
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    session: {
      expiresIn: 30 * DAY,
      updateAge: DAY,
      // It would let a session live on after it was ended elsewhere.
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      accountLinking: { enabled: false },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-in/magic-link': { window: 600, max: 10 },
        '/request-password-reset': { window: 600, max: 10 },
        '/reset-password': { window: 600, max: 10 },
        '/change-password': { window: 600, max: 10 },
      },
    },
    databaseHooks: {
      session: {
        create: {
          after: ({ id, userId, ipAddress }) => options.onSessionStart(id, userId, ipAddress ?? ''),
        },
        delete: {
          after: ({ id, userId }) => options.onSessionEnd(id, userId),
        },
      },
    },
    advanced: {
      database: { generateId: () => randomUUIDv7() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: false,
      // Browsers accept `__Host-` only with Secure, and Secure only over https.
      cookiePrefix: isSecure ? '__Host-rondo' : 'rondo',
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
      backgroundTasks: { handler: inBackground },
    },
    logger: {
      level: 'warn',
      // Only the words of the library: what it passes along may hold addresses.
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ auth: message }, 'auth'),
    },
    plugins: [
      magicLink({
        storeToken: 'hashed',
        expiresIn: LINK_SECONDS,
        disableSignUp: true,
        sendMagicLink: ({ email, token, url, metadata }) =>
          options.mailSignInLink({
            email,
            token,
            next: pathOf(new URL(url).searchParams.get('callbackURL')),
            because: metadata?.['because'] === 'sign-up' ? 'sign-up' : 'sign-in',
          }),
      }),
      { id: 'start-session', endpoints: { startSession } },
    ],
  });
}

/** A path of this app, never an address elsewhere. */
function pathOf(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

/** Signs somebody in who has shown otherwise who they are. Not reachable over HTTP. */
const startSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ userId: z.string() }) },
  async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
    if (!user) throw new Error('There is nobody to sign in');
    const session = await ctx.context.internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return { token: session.token };
  },
);
