import { readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import type { KeyPair } from '../../deploy/testing/self-signed.ts';
import type { Dns } from '../world/dns.ts';

/** How somebody gets to the public name: from an address of their own, found anew each time. */
export interface Way {
  /** Such as `https://rondo.test:23456`. */
  readonly url: string;
  readonly options: {
    readonly ca: Buffer;
    readonly localAddress: string;
    readonly lookup: LookupFunction;
  };
}

/** Gives out ways, each from an address of the loopback network that nobody had before. */
export function ways(url: string, { certificate }: KeyPair, { lookup }: Dns): () => Way {
  const ca = readFileSync(certificate);
  let given = 0;
  return () => {
    const at = given++;
    const localAddress = `127.1.${Math.floor(at / 250)}.${1 + (at % 250)}`;
    return { url, options: { ca, localAddress, lookup } };
  };
}
