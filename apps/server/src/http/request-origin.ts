import type { IncomingMessage } from 'node:http';
import type { Settings } from '../settings/list.ts';

type Needed = Pick<Settings, 'publicUrl' | 'trustedProxies'>;

/** The address of the person, seen through the reverse proxies that are trusted. */
export function addressOf(request: IncomingMessage, { trustedProxies }: Needed): string {
  const nearest = plain(request.socket.remoteAddress ?? '');
  const hops = [...(header(request, 'x-forwarded-for') ?? '').split(','), nearest]
    .map((hop) => plain(hop.trim()))
    .filter((hop) => hop !== '');
  // From the nearest hop back to the first that no trusted proxy vouches for.
  return hops.findLast((hop) => !trustedProxies.has(hop)) ?? hops[0] ?? nearest;
}

/** The origin people use for Rondo: `RONDO_PUBLIC_URL`, else that of this very request. */
export function originOf(request: IncomingMessage, settings: Needed): string {
  if (settings.publicUrl) return settings.publicUrl;
  const behind = settings.trustedProxies.has(plain(request.socket.remoteAddress ?? ''));
  const scheme = behind ? header(request, 'x-forwarded-proto') : undefined;
  const host = (behind && header(request, 'x-forwarded-host')) || request.headers.host;
  const origin = URL.parse(`${scheme === 'https' ? 'https' : 'http'}://${host ?? 'localhost'}`);
  return origin?.origin ?? 'http://localhost';
}

/**
 * Whether a page of ours sent this. Browsers always say where a request that changes something, or
 * that opens a socket, comes from; who sends no origin is no browser and has no cookies to abuse.
 */
export function isFromOurselves(request: IncomingMessage, settings: Needed): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === originOf(request, settings);
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** The last value, which the nearest proxy has set. */
function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

/** An IPv4 address that came through an IPv6 socket, as what it is. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
