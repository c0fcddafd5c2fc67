import type { Bus, Hint } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';

/** Nodes tell each other so often that they are there, ms. */
const HELLO_MS = 10_000;
/** Who has been silent for so long is no longer counted, ms. */
const SILENT_MS = 35_000;

export interface HintBus extends Bus {
  /** How many other nodes have been heard of lately. */
  readonly peers: () => number;
  readonly close: () => Promise<void>;
}

/** Carries texts to everybody who listens, ourselves included; while it is not open it carries nothing. */
export interface Channel {
  readonly isOpen: () => boolean;
  /** Never rejects: what cannot be sent is lost. */
  readonly send: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ChannelEvents {
  /** It is open, for the first time or again. */
  readonly opened: () => void;
  readonly heard: (text: string) => void;
}

/** What travels: who says it, and hints; none is a mere hello, which asks newcomers to be greeted. */
interface Parcel {
  from: string;
  hints: Hint[];
  /** Answers a hello, and asks for no answer. */
  re?: true;
}

/**
 * Hints between nodes through some channel. What is published in one turn travels together, and
 * nothing is sent while no other node listens. Hints are allowed to be lost, so a channel may be too.
 * @param name of this node
 * @param largest the most bytes that the channel takes at a time
 */
export function hintBus(
  open: (events: ChannelEvents) => Channel,
  name: string,
  largest: number,
): HintBus {
  const listeners = new Set<(hint: Hint) => void>();
  const heardAt = new Map<string, number>();
  let waiting: Hint[] = [];
  let isFlushing = false;

  const peers = (): number => {
    const now = performance.now();
    for (const [peer, at] of heardAt) if (now - at > SILENT_MS) heardAt.delete(peer);
    return heardAt.size;
  };

  const send = async (parcel: Parcel): Promise<void> => {
    if (channel.isOpen()) await channel.send(JSON.stringify(parcel));
  };

  const hear = (text: string): void => {
    // Only nodes of ours may send on this channel.
    const parcel = JSON.parse(text) as Parcel;
    if (parcel.from === name) return;
    const isNew = !heardAt.has(parcel.from);
    heardAt.set(parcel.from, performance.now());
    if (isNew && !parcel.re) void send({ from: name, hints: [], re: true });
    for (const hint of parcel.hints) for (const listener of listeners) listener(hint);
  };

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const hints = withoutOvertaken(waiting);
      waiting = [];
      if (!channel.isOpen() || peers() === 0) continue;
      for (const each of parcels(name, hints, largest)) await send(each);
    }
    isFlushing = false;
  };

  const sayHello = (): void => void send({ from: name, hints: [] });
  const channel = open({ opened: sayHello, heard: hear });
  const hello = setInterval(sayHello, HELLO_MS);

  return {
    publish: (hint) => {
      if (!channel.isOpen()) return;
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
      clearInterval(hello);
      await channel.close();
    },
  };
}

/** Of several heads of a meeting the last one says it all. */
function withoutOvertaken(hints: readonly Hint[]): Hint[] {
  const heads = new Map<MeetingId, number>();
  for (const hint of hints) if (hint.k === 'head') heads.set(hint.m, hint.s);
  return hints.filter((hint) => hint.k !== 'head' || heads.get(hint.m) === hint.s);
}

function* parcels(from: string, hints: readonly Hint[], largest: number): Generator<Parcel> {
  let parcel: Parcel = { from, hints: [] };
  let size = 0;
  for (const hint of hints) {
    const bytes = Buffer.byteLength(JSON.stringify(hint)) + 1;
    // Who listens copes without; nothing that is sent today comes near.
    if (bytes > largest - 100) continue;
    if (size + bytes > largest - 100) {
      yield parcel;
      parcel = { from, hints: [] };
      size = 0;
    }
    parcel.hints.push(hint);
    size += bytes;
  }
  if (parcel.hints.length > 0) yield parcel;
}
