import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';
import { CannotStart } from '../../cannot-start.ts';

/**
 * From now on this process finds the public name at another machine, as everybody will once its DNS
 * entry has moved: name, certificate and Host stay what they are. Throws `CannotStart` when DNS could
 * not do the same.
 * @param publicUrl the address people use, such as `https://rondo.example.org`
 * @param address the new machine, such as `https://192.0.2.7`
 * @returns takes it back
 */
export function leadTo(publicUrl: string, address: string): () => void {
  const [from, to] = [new URL(publicUrl), machineAt(address)];
  if (from.host === to.host) return () => undefined;
  if (isIP(bare(from)) !== 0) {
    throw new CannotStart(
      `RONDO_PUBLIC_URL is ${publicUrl}, which no DNS entry can move to ${address}: use a name.`,
    );
  }
  if (portOf(from) !== portOf(to) || from.protocol !== to.protocol) {
    throw new CannotStart(
      `${address} is not reached like ${publicUrl}: moving a DNS entry changes neither the scheme nor the port. The new machine has to answer at ${from.protocol}//${to.hostname}:${portOf(from)}.`,
    );
  }
  const { lookup } = dns;
  const led = (name: string, ...rest: unknown[]): void => {
    // Forwarded as they came; which of the overloads it is does not matter here.
    (lookup as (...all: unknown[]) => void)(name === from.hostname ? bare(to) : name, ...rest);
  };
  lookUpWith(Object.assign(led, { __promisify__: lookup.__promisify__ }) as typeof dns.lookup);
  return () => lookUpWith(lookup);
}

/** All of Node.js looks names up through this one function: sockets, HTTP, TLS and fetch alike. */
function lookUpWith(lookup: typeof dns.lookup): void {
  dns.lookup = lookup;
  syncBuiltinESMExports();
}

function machineAt(address: string): URL {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
    throw new CannotStart('--address needs an address such as https://192.0.2.7.');
  }
  return url;
}

function bare({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
