import { lookup } from 'node:dns/promises';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { mayReach } from './private-addresses.ts';

export interface Answered {
  /** Null: there was none. */
  readonly status: number | null;
  readonly ms: number;
  /** The beginning of it. */
  readonly answer: string;
  /** What went wrong, in words of a closed list or of the network; null: nothing. */
  readonly error: string | null;
}

export interface Outbound {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Within our own network too. */
  readonly allowPrivate: boolean;
  readonly stopping?: AbortSignal | undefined;
}

/** From the first look-up to the last byte, ms. */
const PATIENCE_MS = 15_000;
/** No more is read of an answer, bytes. */
const MOST_READ = 4_096;

/** Why nothing was sent, or why it did not count. */
export const NOT_SENT = {
  scheme: 'Only https addresses are called.',
  credentials: 'The address has a name or password in it.',
  unknown: 'The name of the host is not known.',
  private: 'The address leads into a private network.',
  late: 'There was no answer in time.',
} as const;

/**
 * Posts to an address that a person typed. The host is looked up once, all its addresses have to be
 * public, and the connection goes to the one that was looked at: a name that answers differently the
 * second time leads nowhere else. Redirects are not followed. Never rejects.
 */
export async function post(outbound: Outbound, look: LookUp = lookUp): Promise<Answered> {
  const start = performance.now();
  const ms = (): number => Math.round(performance.now() - start);
  const failed = (error: string): Answered => ({ status: null, ms: ms(), answer: '', error });
  const refusal = refuse(outbound);
  if (refusal !== null) return failed(refusal);
  const late = AbortSignal.timeout(PATIENCE_MS);
  const { stopping } = outbound;
  const over = stopping ? AbortSignal.any([late, stopping]) : late;
  try {
    const address = await addressFor(outbound, look, over);
    if (typeof address === 'string') return failed(address);
    const { status, answer } = await send(outbound, address, over);
    const isGood = status >= 200 && status < 300;
    return { status, ms: ms(), answer, error: isGood ? null : `HTTP ${status}` };
  } catch (error) {
    if (over.aborted) return failed(NOT_SENT.late);
    return failed(error instanceof Error ? error.message.slice(0, 200) : String(error));
  }
}

function refuse({ url, allowPrivate }: Outbound): string | null {
  const isPlain = url.protocol === 'http:' && allowPrivate;
  if (url.protocol !== 'https:' && !isPlain) return NOT_SENT.scheme;
  return url.username !== '' || url.password !== '' ? NOT_SENT.credentials : null;
}

interface Address {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. */
type LookUp = (host: string) => Promise<readonly Address[]>;
const lookUp: LookUp = (host) => lookup(host, { all: true });

/** Where to connect to, or why not. */
async function addressFor(
  { url, allowPrivate }: Outbound,
  look: LookUp,
  over: AbortSignal,
): Promise<Address | string> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const literal = isIP(host);
  const found =
    literal === 0
      ? await Promise.race([look(host).catch(() => []), aborted(over)])
      : [{ address: host, family: literal }];
  if (found.length === 0) return NOT_SENT.unknown;
  const first = found[0];
  const isAllowed = found.every(({ address }) => mayReach(address, allowPrivate));
  return first && isAllowed ? first : NOT_SENT.private;
}

const aborted = (over: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    over.addEventListener('abort', () => reject(new Error(NOT_SENT.late)), { once: true });
  });

function send(
  { url, headers, body }: Outbound,
  pinned: Address,
  signal: AbortSignal,
): Promise<{ status: number; answer: string }> {
  const request = url.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        // What was looked at is where it goes; the name goes on into TLS and the host header.
        lookup: (_, options, found) => {
          if (options.all === true) found(null, [pinned]);
          else found(null, pinned.address, pinned.family);
        },
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Rondo',
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        let answer = '';
        const done = (): void => resolve({ status, answer: answer.slice(0, MOST_READ) });
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          answer += text;
          if (answer.length < MOST_READ) return;
          done();
          sent.destroy();
        });
        response.on('end', done);
        // Cut in the middle: the status was there, and that is what counts.
        response.on('error', done);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
