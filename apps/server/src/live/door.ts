import type { IncomingHttpHeaders } from 'node:http';
import type { CloseReason } from '@rondo/live/messages';
import type { Authorize, LiveNode, Shared, Visitor } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import type { Logger } from 'pino';

/** What is kept of a request to ask again later whose it is. */
export interface Credentials {
  readonly headers: Pick<IncomingHttpHeaders, 'cookie'>;
}

/** Somebody who may have a meeting. */
export interface Admitted extends Visitor {
  /** The account, for counting connections; null for guests. */
  readonly user: string | null;
  /** What this rests on, such as `session:…`; poked as `revoked:session:…`, it is looked at again at once. */
  readonly restsOn: readonly string[];
}

/** Who is asking and whether they may have this meeting. Rejects when nobody can say right now. */
export type Authenticate = (
  credentials: Credentials,
  meeting: MeetingId,
) => Promise<Admitted | 'signedOut' | 'notFound'>;

/** One client, whichever way it came: what sockets and streams have in common. */
export interface Guest {
  readonly receive: (text: string) => void;
  readonly closed: () => void;
  readonly end: (why: CloseReason, afterMs: number) => void;
}

/** How to reach the client, as the door needs it. */
export interface Way {
  readonly send: (text: string) => void;
  readonly sendAround?: (before: string, middle: Shared, after: string) => void;
  readonly buffered: () => number;
  readonly close: (why: CloseReason) => void;
  /** Asks for a sign of life, and gives up on who has given none since the last time. */
  readonly heartbeat: () => void;
}

export interface DoorLimits {
  /** Connections of one account. */
  readonly perUser: number;
  /** Connections from one address; whole offices share one. */
  readonly perAddress: number;
}

export const DOOR_LIMITS: DoorLimits = { perUser: 60, perAddress: 3_000 };

export interface Door {
  /** False: this address has too many connections, and is turned away. */
  readonly letsIn: (address: string) => boolean;
  readonly open: (credentials: Credentials, address: string, way: Way) => Guest;
  /** Something that connections may rest on was revoked. */
  readonly hearPoke: (topic: string) => void;
  readonly figures: () => DoorFigures;
  readonly close: () => void;
}

export interface DoorFigures {
  /** Connections that came in, since the start. */
  readonly accepted: number;
  /** Connections that were turned away before they said anything, since the start. */
  readonly turnedAway: number;
  /** Bytes handed over to all connections that have not left yet. */
  readonly unsent: number;
}

interface Present {
  readonly guest: Guest;
  readonly way: Way;
  readonly recheck: () => Promise<void>;
  readonly admitted: () => Admitted | null;
  rounds: number;
}

/** One heartbeat per connection in so many seconds; the work is spread over them. */
const ROUND_SECONDS = 28;

/**
 * Everybody's way into the live engine: counts connections, listens for their hearts, and asks again
 * about once a minute, and whenever told, whether each may still be here.
 */
export function openDoor(
  node: LiveNode,
  authenticate: Authenticate,
  log: Logger,
  limits: DoorLimits = DOOR_LIMITS,
): Door {
  const slots: Set<Present>[] = Array.from({ length: ROUND_SECONDS }, () => new Set());
  const perAddress = counter();
  const perUser = counter();
  let nextSlot = 0;
  let turn = 0;
  let accepted = 0;
  let turnedAway = 0;

  const visit = (present: Present): void => {
    present.way.heartbeat();
    present.rounds++;
    if (!present.admitted()) {
      // Came in and never said what for.
      if (present.rounds > 1) present.guest.end('malformed', 0);
    } else if (present.rounds % 2 === 0) void present.recheck();
  };
  const timer = setInterval(() => {
    turn = (turn + 1) % ROUND_SECONDS;
    for (const present of slots[turn] ?? []) visit(present);
  }, 1_000);

  const open: Door['open'] = (credentials, address, way) => {
    let admitted: Admitted | null = null;
    let meeting: MeetingId | null = null;
    const authorize: Authorize = async (asked) => {
      const found = await authenticate(credentials, asked);
      if (typeof found === 'string') return found;
      if (found.user !== null && perUser.of(found.user) >= limits.perUser)
        throw new Error('too many connections of one account');
      if (isOver) return 'notFound';
      meeting = asked;
      admitted = found;
      if (found.user !== null) perUser.add(found.user, 1);
      return found;
    };

    let isOver = false;
    const line = node.connect(way, authorize);
    const guest: Guest = {
      receive: line.receive,
      end: line.end,
      closed: () => {
        if (isOver) return;
        isOver = true;
        slot?.delete(present);
        perAddress.add(address, -1);
        if (admitted?.user) perUser.add(admitted.user, -1);
        line.closed();
      },
    };
    const recheck = async (): Promise<void> => {
      if (!meeting || isOver) return;
      try {
        const still = await authenticate(credentials, meeting);
        if (still === 'signedOut' || still === 'notFound') line.end(still, 0);
      } catch (error) {
        // Not to know is no reason to throw anybody out; the next round asks again.
        log.warn({ err: error }, 'could not check whether a connection may stay');
      }
    };
    const present: Present = { guest, way, recheck, admitted: () => admitted, rounds: 0 };
    nextSlot = (nextSlot + 1) % ROUND_SECONDS;
    const slot = slots[nextSlot];
    slot?.add(present);
    perAddress.add(address, 1);
    accepted++;
    return guest;
  };

  return {
    letsIn: (address) => {
      const hasRoom = isOwn(address) || perAddress.of(address) < limits.perAddress;
      if (!hasRoom) turnedAway++;
      return hasRoom;
    },
    open,
    hearPoke: (topic) => {
      if (!topic.startsWith('revoked:')) return;
      const what = topic.slice('revoked:'.length);
      for (const slot of slots)
        for (const present of slot)
          if (present.admitted()?.restsOn.includes(what)) void present.recheck();
    },
    figures: () => {
      let unsent = 0;
      for (const slot of slots) for (const { way } of slot) unsent += way.buffered();
      return { accepted, turnedAway, unsent };
    },
    close: () => clearInterval(timer),
  };
}

/** This machine itself: a proxy that does not say for whom it asks, or a load generator. */
const isOwn = (address: string): boolean => address === '::1' || address.startsWith('127.');

function counter() {
  const counts = new Map<string, number>();
  return {
    of: (key: string): number => counts.get(key) ?? 0,
    add: (key: string, change: number): void => {
      const count = (counts.get(key) ?? 0) + change;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    },
  };
}
