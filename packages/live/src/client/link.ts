import {
  CLOSE,
  type CloseReason,
  type FromClient,
  type FromServer,
  type JoinMessage,
} from '../messages/index.ts';
import { backoff, PAUSE, REACTIONS, STABLE } from './backoff.ts';
import type { ClientChance, ClientClock, Connection, Transport } from './ports.ts';
import { createWatch } from './watch.ts';

/** A connection that has not let us in after so long, ms, never will. */
const PATIENCE = 10_000;

export interface LinkPorts {
  readonly transport: Transport;
  readonly clock: ClientClock;
  readonly chance: ClientChance;
}

export interface LinkEvents {
  /** The first message of a new connection. */
  readonly join: () => JoinMessage;
  /** A message of the connection that counts. The first of each is a `welcome` or a `lobby`. */
  readonly message: (message: FromServer) => void;
  /** There is no connection; another attempt follows by itself, `inMs` from now. */
  readonly down: (why: CloseReason | null, inMs: number) => void;
  /** There will be no other attempt. */
  readonly stopped: (why: CloseReason) => void;
}

/** Keeps one connection alive for as long as it makes sense. */
export interface Link {
  /** Sends if there is a connection that counts; false: there is none. */
  readonly send: (message: FromClient) => boolean;
  /** Takes a new connection before it lets go of the present one. */
  readonly rejoin: () => void;
  /** Lets go of the present connection at once: who joins next joins as somebody else. */
  readonly joinAnew: () => void;
  /** Looks at once whether the connection still works, or tries at once to get one. */
  readonly wake: () => void;
  readonly close: () => void;
}

interface Attempt {
  connection: Connection | null;
  /** Why and for how long the server sends us away. */
  bye: { why: CloseReason; afterMs: number } | null;
  over: boolean;
}

const BY_CODE: ReadonlyMap<number | null, CloseReason> = new Map(
  // The keys are the reasons.
  (Object.entries(CLOSE) as [CloseReason, number][]).map(([why, code]) => [code, why]),
);

/** Null for what is no message: something between us and the server answers in its place. */
function read(text: string): FromServer | null {
  try {
    // What our own server says needs no check beyond being JSON.
    return JSON.parse(text) as FromServer;
  } catch {
    return null;
  }
}

export function createLink({ transport, clock, chance }: LinkPorts, on: LinkEvents): Link {
  /** The connection that counts. */
  let present: Attempt | null = null;
  /** The one that will count as soon as it has let us in. */
  let next: Attempt | null = null;
  let cancelRetry: (() => void) | null = null;
  let cancelPatience = (): void => undefined;
  let cancelStable = (): void => undefined;
  let failures = 0;
  let malformed = 0;
  let stopped = false;

  const write = (attempt: Attempt, message: FromClient): void =>
    attempt.connection?.send(JSON.stringify(message));

  const watch = createWatch(clock, {
    ping: () => present && write(present, { t: 'ping' }),
    dead: () => present && ended(present, null),
  });

  function letGo(attempt: Attempt | null): void {
    if (!attempt || attempt.over) return;
    attempt.over = true;
    attempt.connection?.close();
  }

  function connect(): void {
    cancelRetry?.();
    cancelRetry = null;
    if (next || stopped) return;
    const attempt: Attempt = { connection: null, bye: null, over: false };
    next = attempt;
    cancelPatience = clock.after(PATIENCE, () => ended(attempt, null));
    attempt.connection = transport.connect({
      open: () => attempt.over || write(attempt, on.join()),
      message: (text) => attempt.over || received(attempt, text),
      close: (code) => ended(attempt, attempt.bye?.why ?? BY_CODE.get(code) ?? null),
    });
  }

  function received(attempt: Attempt, text: string): void {
    const message = read(text);
    if (!message) return ended(attempt, null);
    if (message.t === 'bye') return sentAway(attempt, message.why, message.afterMs);
    if (attempt === next) promote(attempt);
    if (attempt !== present) return;
    watch.heard();
    on.message(message);
  }

  function promote(attempt: Attempt): void {
    cancelPatience();
    letGo(present);
    present = attempt;
    next = null;
    watch.start();
    cancelStable();
    cancelStable = clock.after(STABLE, () => {
      failures = 0;
      malformed = 0;
    });
  }

  function sentAway(attempt: Attempt, why: CloseReason, afterMs: number): void {
    attempt.bye = { why, afterMs };
    // Make before break: the old server goes on answering until a new one has let us in.
    if (why === 'restart' && attempt === present)
      retryAfter(afterMs + backoff(failures, chance.random));
    else ended(attempt, why);
  }

  function ended(attempt: Attempt, why: CloseReason | null): void {
    if (attempt.over) return;
    letGo(attempt);
    if (attempt === next) {
      next = null;
      cancelPatience();
    }
    const wasPresent = attempt === present;
    if (wasPresent) {
      present = null;
      cancelStable();
      watch.stop();
    }
    const reaction = why ? REACTIONS[why] : 'retry';
    if (why && (reaction === 'stop' || (reaction === 'once' && malformed++ > 0))) return stop(why);
    const asked = reaction === 'pause' ? (attempt.bye?.afterMs ?? 0) : 0;
    const pause = reaction === 'pause' ? Math.max(PAUSE, asked) : 0;
    const ms = pause + backoff(failures, chance.random);
    if (!present) on.down(why, ms);
    if (!next && !(wasPresent && cancelRetry)) retryAfter(ms);
    // A server that says when to come back has not failed.
    if (asked === 0) failures++;
  }

  function retryAfter(ms: number): void {
    cancelRetry?.();
    cancelRetry = clock.after(ms, connect);
  }

  function stop(why: CloseReason): void {
    close();
    on.stopped(why);
  }

  function close(): void {
    stopped = true;
    cancelRetry?.();
    cancelPatience();
    cancelStable();
    watch.stop();
    letGo(next);
    letGo(present);
    next = present = null;
  }

  connect();
  return {
    send: (message) => {
      if (!present) return false;
      write(present, message);
      return true;
    },
    rejoin: () => {
      if (!next && !cancelRetry) connect();
    },
    joinAnew: () => {
      letGo(next);
      letGo(present);
      next = present = null;
      cancelPatience();
      cancelStable();
      watch.stop();
      connect();
    },
    wake: () => {
      if (present) watch.doubt();
      else connect();
    },
    close,
  };
}
