import { connect as connectPlain, isIP, type NetConnectOpts, type Socket } from 'node:net';
import { connect as connectSecure, type ConnectionOptions } from 'node:tls';
import { CLOSE } from '@rondo/live/messages';
import { WebSocket } from 'ws';
import type { Greeting } from './echo.ts';
import { failureOf, type Failure, type Phase } from './failure.ts';
import { TOKEN_HEADER } from './token.ts';

/** One socket that is open. */
export interface Probe {
  readonly greeting: Greeting;
  /** This end of the connection. */
  readonly local: { readonly address: string; readonly port: number };
  /** From the first packet to the greeting, ms. */
  readonly tookMs: number;
  /** Sends a word and waits for its echo; resolves with how long it took, ms, or with what went wrong. */
  readonly echo: () => Promise<number | Failure>;
  /** Once somebody else closes it, with how long it had been silent, ms. */
  readonly onCut: (hear: (silentMs: number, code: number) => void) => void;
  readonly close: () => void;
}

export interface ProbeOptions {
  /** Scheme, host and port, such as `https://rondo.example.org`. */
  readonly address: string;
  readonly token: string;
  /** For each step, ms. */
  readonly patienceMs: number;
  /** How many are open already; for what is written of a failure. */
  readonly openNow: () => number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens one socket as a browser would, through whatever stands before the server. */
export function openProbe(options: ProbeOptions): Promise<Probe | Failure> {
  const { address, token, patienceMs, openNow } = options;
  const url = `${address.replace(/^http/, 'ws')}/live`;
  const began = performance.now();
  let reached: Phase = 'connect';
  let raw: Socket | undefined;
  const connecting = ((asked: ConnectionOptions & NetConnectOpts) => {
    const isSecure = address.startsWith('https:');
    const { host = '' } = asked;
    // The path belongs to the request; a connection would take it for a file.
    const to = { ...asked, path: undefined, servername: isIP(host) ? '' : host };
    // One with a port: `ws` takes no other addresses.
    raw = isSecure ? connectSecure(to as ConnectionOptions) : connectPlain(to as NetConnectOpts);
    raw.once('connect', () => (reached = isSecure ? 'tls' : 'handshake'));
    raw.once('secureConnect', () => (reached = 'handshake'));
    return raw;
    // `ws` hands over its options, and none of the other things that one may connect with.
  }) as typeof connectPlain;
  return new Promise((resolve) => {
    const web = new WebSocket(url, {
      handshakeTimeout: patienceMs,
      perMessageDeflate: false,
      headers: { ...options.headers, [TOKEN_HEADER]: token },
      // Its own, to know how far it came.
      createConnection: connecting,
    });
    const waiting: ((text: string) => void)[] = [];
    const cuts: ((silentMs: number, code: number) => void)[] = [];
    let openedAt = 0;
    let heardAt = 0;
    let isOurs = false;
    const late = setTimeout(() => fail(new Error('timed out')), patienceMs * 2);
    const fail = (error: unknown): void => {
      clearTimeout(late);
      web.terminate();
      resolve(failureOf(error, reached, openNow()));
    };
    const echo = (): Promise<number | Failure> => {
      const word = Math.random().toString(36);
      const sent = performance.now();
      return new Promise((done) => {
        const failed = (kind: 'timeout' | 'cut' | 'wrong-answer') =>
          done({ phase: 'echo', kind, at: openNow() });
        if (web.readyState !== web.OPEN) return failed('cut');
        const timer = setTimeout(() => failed('timeout'), patienceMs);
        waiting.push((text) => {
          clearTimeout(timer);
          if (text === word) done(performance.now() - sent);
          else failed('wrong-answer');
        });
        web.send(word);
      });
    };
    web.on('open', () => (reached = 'echo'));
    // `close` follows every error.
    web.on('error', (error) => {
      if (openedAt === 0) fail(error);
    });
    web.on('close', (code) => {
      clearTimeout(late);
      if (openedAt === 0) {
        const kind = code === CLOSE.overloaded ? 'full' : 'reset';
        resolve({ phase: reached, kind, at: openNow() });
      } else if (!isOurs) for (const hear of cuts) hear(performance.now() - heardAt, code);
      waiting.length = 0;
    });
    web.on('message', (data) => {
      // Unfragmented or not, `ws` hands over one buffer per message.
      const text = (data as Buffer).toString();
      heardAt = performance.now();
      if (openedAt > 0) return waiting.shift()?.(text);
      const greeting = greetingOf(text);
      if (!greeting) return fail(new Error('no greeting of ours'));
      clearTimeout(late);
      openedAt = performance.now();
      resolve({
        greeting,
        local: { address: raw?.localAddress ?? '', port: raw?.localPort ?? 0 },
        tookMs: openedAt - began,
        echo,
        onCut: (hear) => cuts.push(hear),
        close: () => {
          isOurs = true;
          web.terminate();
        },
      });
    });
  });
}

function greetingOf(text: string): Greeting | null {
  try {
    const value: unknown = JSON.parse(text);
    const isOurs = typeof value === 'object' && value !== null && 'nearestPort' in value;
    // Only our server sends this, and only behind a token of ours.
    return isOurs ? (value as Greeting) : null;
  } catch {
    // Whatever answered here, it was no Rondo.
    return null;
  }
}
