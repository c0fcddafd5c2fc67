import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MeetingId } from '@rondo/meeting';
import type { Session } from '../accounts/session.ts';
import type { Credentials } from './identity.ts';

/** How long a guest's cookie is kept, seconds. */
const GUEST_SECONDS = 60 * 24 * 60 * 60;

/** One cookie per meeting, so that a guest of one is nobody in another. */
const cookieName = (meeting: MeetingId, origin: string): string =>
  `${origin.startsWith('https:') ? '__Host-' : ''}rondo-guest-${meeting}`;

/** What a request shows of who sent it, for one meeting. @param origin of the server, as people see it */
export function credentialsOf(
  request: Pick<IncomingMessage, 'headers'>,
  meeting: MeetingId,
  origin: string,
  session: Session | null,
): Credentials {
  const name = `${cookieName(meeting, origin)}=`;
  const cookie = request.headers.cookie?.split(/;\s*/).find((each) => each.startsWith(name));
  return { user: session?.user ?? null, guest: cookie?.slice(name.length) ?? null };
}

export function giveGuestCookie(
  response: ServerResponse,
  meeting: MeetingId,
  origin: string,
  key: string,
): void {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  response.appendHeader(
    'set-cookie',
    `${cookieName(meeting, origin)}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${GUEST_SECONDS}${secure}`,
  );
}
