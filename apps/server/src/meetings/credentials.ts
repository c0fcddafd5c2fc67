import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { MeetingId } from '@rondo/meeting';
import type { Session } from '../accounts/session.ts';
import type { Settings } from '../settings/list.ts';
import type { Credentials } from './identity.ts';

/** How long a guest's cookie is kept, seconds. */
const GUEST_SECONDS = 60 * 24 * 60 * 60;

type Needed = Pick<Settings, 'publicUrl'>;

/** As with the session's cookie: tied to the host wherever there is encryption. */
const isSecure = ({ publicUrl }: Needed): boolean => publicUrl?.startsWith('https:') === true;

/** One cookie per meeting, so that a guest of one is nobody in another. */
export const cookieName = (meeting: string, settings: Needed): string =>
  `${isSecure(settings) ? '__Host-' : ''}rondo-guest-${meeting}`;

/** What a request shows of who sent it, for one meeting. */
export function credentialsOf(
  { cookie }: Pick<IncomingHttpHeaders, 'cookie'>,
  meeting: MeetingId,
  settings: Needed,
  session: Session | null,
): Credentials {
  const name = `${cookieName(meeting, settings)}=`;
  const found = cookie?.split(/;\s*/).find((each) => each.startsWith(name));
  return { user: session?.user ?? null, guest: found?.slice(name.length) ?? null };
}

export function giveGuestCookie(
  response: ServerResponse,
  meeting: MeetingId,
  settings: Needed,
  key: string,
): void {
  const secure = isSecure(settings) ? '; Secure' : '';
  response.appendHeader(
    'set-cookie',
    `${cookieName(meeting, settings)}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${GUEST_SECONDS}${secure}`,
  );
}
