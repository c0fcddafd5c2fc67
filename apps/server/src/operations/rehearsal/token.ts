import { createHmac, timingSafeEqual } from 'node:crypto';

/** The most sockets that one rehearsal opens at a server. */
export const MOST_SOCKETS = 10_000;
/** The longest that sockets of a rehearsal stay, ms. */
export const LONGEST_MS = 10 * 60_000;
/** How long a token that was made for another machine is good, ms. */
export const TOKEN_MS = 15 * 60_000;

/** The header that carries the token: an address would end up in the logs of proxies. */
export const TOKEN_HEADER = 'rondo-rehearsal';

export interface Permit {
  /** How many sockets may be open at the same moment. */
  readonly people: number;
  /** ms since 1970. */
  readonly until: number;
}

/**
 * Lets its holder open sockets that echo, and nothing else. Made of the server's secret, so whoever
 * may read its settings can make one, and every server of the same Rondo knows it.
 */
export function rehearsalToken(secret: string, { people, until }: Permit): string {
  const said = `${Math.min(people, MOST_SOCKETS).toString(36)}.${Math.ceil(until / 1000).toString(36)}`;
  return `${said}.${sealOf(secret, said)}`;
}

/** @returns what it permits; null: it is none of ours, or no longer good */
export function permitOf(secret: string, token: string, now = Date.now()): Permit | null {
  const end = token.lastIndexOf('.');
  const said = token.slice(0, Math.max(0, end));
  const given = Buffer.from(token.slice(end + 1));
  const wanted = Buffer.from(sealOf(secret, said));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  // Sealed, so it is as we wrote it.
  const [people = 0, seconds = 0] = said.split('.').map((part) => Number.parseInt(part, 36));
  const until = seconds * 1000;
  return until > now && until <= now + TOKEN_MS + 1_000 ? { people, until } : null;
}

const sealOf = (secret: string, said: string): string =>
  createHmac('sha256', secret).update(`rehearsal ${said}`).digest('base64url');
