import type { Bus, Hint } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import pg from 'pg';
import type { Logger } from 'pino';

const CHANNEL = 'rondo_live';
/** PostgreSQL takes less than 8,000 bytes at a time. */
const LARGEST = 7_900;
/** Nodes tell each other so often that they are there, ms. */
const HELLO_MS = 10_000;
/** Who has been silent for so long is no longer counted, ms. */
const SILENT_MS = 35_000;
/** The longest pause between two attempts to connect, ms. */
const LONGEST_PAUSE = 5_000;

export interface PostgresBus extends Bus {
  /** How many other nodes have been heard of lately. */
  readonly peers: () => number;
  readonly close: () => Promise<void>;
}

/** What travels: who says it, and hints; none is a mere hello, which asks newcomers to be greeted. */
interface Parcel {
  from: string;
  hints: Hint[];
  /** Answers a hello, and asks for no answer. */
  re?: true;
}

/**
 * Hints between nodes through `LISTEN` and `NOTIFY`, on a connection of its own. What is published
 * in one turn travels together. `NOTIFY` makes commits of the whole database wait for one another, so
 * nothing is sent while no other node listens. A lost connection loses hints, which is what hints
 * are allowed to do; it is made anew.
 */
export function postgresBus(url: string, name: string, log: Logger): PostgresBus {
  const listeners = new Set<(hint: Hint) => void>();
  const heardAt = new Map<string, number>();
  let waiting: Hint[] = [];
  let isFlushing = false;
  let client: pg.Client | null = null;
  let failures = 0;
  let isClosed = false;

  const peers = (): number => {
    const now = performance.now();
    for (const [peer, at] of heardAt) if (now - at > SILENT_MS) heardAt.delete(peer);
    return heardAt.size;
  };

  const hear = (payload: string | undefined): void => {
    // Only nodes of ours may send on this channel.
    const parcel = JSON.parse(payload ?? '') as Parcel;
    if (parcel.from === name) return;
    const isNew = !heardAt.has(parcel.from);
    heardAt.set(parcel.from, performance.now());
    if (isNew && !parcel.re) void send({ from: name, hints: [], re: true });
    for (const hint of parcel.hints) for (const listener of listeners) listener(hint);
  };

  const send = async (parcel: Parcel): Promise<void> => {
    const through = client;
    if (!through) return;
    try {
      await through.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(parcel)]);
    } catch (error) {
      lost(through, error);
      through.end().catch((defect: unknown) => lost(through, defect));
    }
  };

  /** This connection is worth nothing any more, whoever noticed it. */
  const lost = (which: pg.Client, error?: unknown): void => {
    if (client !== which) return;
    client = null;
    if (isClosed) return;
    log.warn({ err: error }, 'the connection for hints was lost');
    reconnect();
  };

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const hints = withoutOvertaken(waiting);
      waiting = [];
      if (!client || peers() === 0) continue;
      for (const each of parcels(name, hints)) await send(each);
    }
    isFlushing = false;
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'rondo hints',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
    });
    fresh.on('error', (error) => lost(fresh, error));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload }) => hear(payload));
    await fresh.connect();
    await fresh.query(`listen ${CHANNEL}`);
    if (isClosed) return fresh.end();
    client = fresh;
    failures = 0;
    await send({ from: name, hints: [] });
  };

  let timer: NodeJS.Timeout | undefined;
  const reconnect = (): void => {
    clearTimeout(timer);
    const pause = Math.random() * Math.min(LONGEST_PAUSE, 100 * 2 ** failures++);
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ err: error }, 'no connection for hints');
        if (!isClosed) reconnect();
      });
    }, pause);
  };
  reconnect();
  const hello = setInterval(() => void send({ from: name, hints: [] }), HELLO_MS);

  return {
    publish: (hint) => {
      if (!client) return;
      waiting.push(hint);
      if (isFlushing) return;
      isFlushing = true;
      setImmediate(() => void flush());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    peers,
    close: async () => {
      isClosed = true;
      clearInterval(hello);
      clearTimeout(timer);
      await client?.end();
    },
  };
}

/** Of several heads of a meeting the last one says it all. */
function withoutOvertaken(hints: readonly Hint[]): Hint[] {
  const heads = new Map<MeetingId, number>();
  for (const hint of hints) if (hint.k === 'head') heads.set(hint.m, hint.s);
  return hints.filter((hint) => hint.k !== 'head' || heads.get(hint.m) === hint.s);
}

function* parcels(from: string, hints: readonly Hint[]): Generator<Parcel> {
  let parcel: Parcel = { from, hints: [] };
  let size = 0;
  for (const hint of hints) {
    const bytes = Buffer.byteLength(JSON.stringify(hint)) + 1;
    // Who listens copes without; nothing that is sent today comes near.
    if (bytes > LARGEST - 100) continue;
    if (size + bytes > LARGEST - 100) {
      yield parcel;
      parcel = { from, hints: [] };
      size = 0;
    }
    parcel.hints.push(hint);
    size += bytes;
  }
  if (parcel.hints.length > 0) yield parcel;
}
