import type { CloseReason } from '../messages/index.ts';

/** The first attempt comes within this time, ms; the next ones double it. */
const FIRST = 100;
const LONGEST = 10_000;
/** For so many attempts the bound stays here, ms: a server that starts again is there within seconds. */
const SOON = 2_000;
const SOON_ATTEMPTS = 12;
/** A connection that lasted this long, ms, counts as good: the next loss starts from the beginning. */
export const STABLE = 5_000;

/**
 * How long to wait before attempt number `attempt` (0: the first), ms. Anything from nothing to the
 * bound, so that thousands of clients that lose a server at once do not come back at once.
 */
export const backoff = (attempt: number, random: () => number): number =>
  random() * Math.min(attempt < SOON_ATTEMPTS ? SOON : LONGEST, FIRST * 2 ** Math.min(attempt, 10));

/** What a client does when a connection ended for a reason that the server gave. */
export type Reaction = 'retry' | 'retryWhole' | 'pause' | 'once' | 'stop';

/** `retryWhole`: without what is known; `pause`: not at once; `once`: a second time in a row stops; `stop`: for good. */
export const REACTIONS: Readonly<Record<CloseReason, Reaction>> = {
  restart: 'retry',
  overloaded: 'pause',
  tooBig: 'retry',
  malformed: 'once',
  signedOut: 'stop',
  notFound: 'stop',
  removed: 'stop',
  clientTooOld: 'stop',
  serverTooOld: 'pause',
  locked: 'stop',
  ended: 'stop',
  tooFast: 'pause',
  tooSlow: 'retryWhole',
};

/** The shortest pause, ms, where the server gave none. */
export const PAUSE = 1_000;
