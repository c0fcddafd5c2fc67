import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from 'better-auth/node';
import { ADDRESS_HEADER, ORIGIN_HEADER, type Auth } from '../accounts/auth.ts';
import type { FailedSignIns } from '../operations/audit/failed-sign-ins.ts';
import { record } from '../operations/audit/record.ts';
import { answerProblem } from './answer.ts';
import type { Context } from './context.ts';
import { pathOf } from './path.ts';

/**
 * What of better-auth can be reached. Everything else it offers stays closed: accounts are made and
 * changed by the endpoints of our contract, and mailed links lead to pages of the web app.
 */
const OPEN: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-in/magic-link',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'POST /sign-out',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
  'POST /revoke-session',
  'GET /list-sessions',
  'GET /get-session',
]);

/** The most bytes of a body; passwords and addresses are short. */
const LARGEST_BODY = 8 * 1024;

export type AuthRequests = (
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
) => Promise<void>;

/** Answers requests to `/api/auth/…`. */
export function makeAuthRequests(auth: Auth, failedSignIns: FailedSignIns): AuthRequests {
  const handle = toNodeHandler(auth);
  return async (request, response, context) => {
    const { app, address, origin } = context;
    const path = pathOf(request).slice('/api/auth'.length);
    if (!OPEN.has(`${request.method} ${path}`)) return answerProblem(response, 'not-found');
    const length = Number(request.headers['content-length'] ?? 0);
    const isChunked = request.headers['transfer-encoding'] !== undefined;
    if (isChunked || length > LARGEST_BODY) return answerProblem(response, 'too-large');
    request.headers[ADDRESS_HEADER] = address;
    request.headers[ORIGIN_HEADER] = origin;
    // What the client claims here need not even be an address.
    request.headers.host = new URL(origin).host;
    response.setHeader('cache-control', 'no-store');
    const actor = path === '/change-password' ? ((await context.session())?.user.id ?? null) : null;
    await handle(request, response);
    if (path === '/sign-in/email' && response.statusCode === 401) failedSignIns.count(address);
    if (path === '/change-password' && response.statusCode === 200) {
      const about = { by: 'change' };
      await record(app.db, { act: 'password-changed', actor, address, about });
    }
  };
}
