import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import { ADDRESS_HEADER, type Auth } from './auth.ts';

export interface Session {
  readonly id: string;
  readonly expiresAt: Date;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: 'en' | 'de' | null;
  };
}

/** Signs people in and tells who is signed in. */
export interface Sessions {
  /**
   * Whose session the request's cookie names; null: nobody's, or ended. Asks the database each time,
   * so a session that was ended elsewhere is over at once.
   * @param response where a session that is used for longer than a day gets its cookie renewed
   */
  readonly from: (
    request: Pick<IncomingMessage, 'headers'>,
    response?: ServerResponse,
  ) => Promise<Session | null>;
  /** Signs somebody in who has shown otherwise who they are; the answer carries the cookie. */
  readonly start: (request: Asker, response: ServerResponse, userId: string) => Promise<void>;
  /** Signs in with the token of a mailed link, once. False: used, expired or never made. */
  readonly startByLink: (
    request: Asker,
    response: ServerResponse,
    token: string,
  ) => Promise<boolean>;
}

interface Asker {
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
}

export function makeSessions(auth: Auth): Sessions {
  return {
    from: async (request, response) => {
      // Guests have none, and many come at once: looking for it in full costs 0.1 ms of CPU each.
      const { authCookies } = await auth.$context;
      if (!request.headers.cookie?.includes(authCookies.sessionToken.name)) return null;
      const { response: found, headers } = await auth.api.getSession({
        headers: fromNodeHeaders(request.headers),
        returnHeaders: true,
      });
      if (response) passCookies(headers, response);
      if (!found) return null;
      const { id, name, email, language } = found.user;
      return {
        id: found.session.id,
        expiresAt: found.session.expiresAt,
        user: {
          id,
          name,
          email,
          language: language === 'en' || language === 'de' ? language : null,
        },
      };
    },
    start: async (asker, response, userId) => {
      const { headers } = await auth.api.startSession({
        body: { userId },
        headers: headersOf(asker),
        returnHeaders: true,
      });
      passCookies(headers, response);
    },
    startByLink: async (asker, response, token) => {
      const answer = await auth.api.magicLinkVerify({
        query: { token },
        headers: headersOf(asker),
        asResponse: true,
      });
      passCookies(answer.headers, response);
      return answer.ok && answer.headers.getSetCookie().length > 0;
    },
  };
}

function headersOf({ headers, address }: Asker): Headers {
  const all = fromNodeHeaders(headers);
  all.set(ADDRESS_HEADER, address);
  return all;
}

function passCookies(from: Headers, to: ServerResponse): void {
  for (const cookie of from.getSetCookie()) to.appendHeader('set-cookie', cookie);
}
