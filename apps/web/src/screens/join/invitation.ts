/**
 * The token of an invitation stands behind the #, which browsers keep to themselves. On the way through
 * sign-in it waits in this tab's session storage, never in an address that is sent.
 */
const KEY = 'rondo.invitation';

/** The token of the link that was opened here, now or before signing in; empty: none. */
export function takeInvitation(): string {
  const fromLink = location.hash.slice(1);
  if (fromLink !== '') sessionStorage.setItem(KEY, fromLink);
  return fromLink === '' ? (sessionStorage.getItem(KEY) ?? '') : fromLink;
}

export const forgetInvitation = (): void => sessionStorage.removeItem(KEY);

/** The path with its token again, for a mail that is read in another tab. */
export function withInvitation(next: string): string {
  const token = sessionStorage.getItem(KEY);
  return next === '/join' && token !== null ? `/join#${token}` : next;
}
