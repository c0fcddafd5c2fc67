import type { IncomingHttpHeaders } from 'node:http';
import type { CloseReason } from '@rondo/live/messages';
import type { Authorize, LiveNode, Shared, Visitor } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import type { Logger } from 'pino';
import type { Admission, AdmissionFigures, WaitReason } from './admission.ts';

/** What is kept of a request to ask again later whose it is. */
export interface Credentials {
  readonly headers: Pick<IncomingHttpHeaders, 'cookie'>;
}

/** Somebody who may have a meeting. */
export interface Admitted extends Visitor {
  /** The account, for counting connections; null for guests. */
  readonly user: string | null;
  /** The meeting's team, for counting connections. */
  readonly team: string | null;
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
  readonly together?: (send: () => void) => void;
  readonly buffered: () => number;
  readonly close: (why: CloseReason) => void;
  /** Asks for a sign of life, and gives up on who has given none since the last time. */
  readonly heartbeat: () => void;
}

export interface Door {
  /** After how many ms this address shall come back; null: it may come in at once, and say what it wants. */
  readonly comeBackAfter: (address: string) => number | null;
  readonly open: (credentials: Credentials, address: string, way: Way) => Guest;
  /** Something that connections may rest on was revoked. */
  readonly hearPoke: (topic: string) => void;
  readonly figures: () => DoorFigures;
  readonly close: () => void;
}

export interface DoorFigures extends AdmissionFigures {
  /** Connections that came to the door and could say what they want, since the start. */
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
  readonly since: number;
  rounds: number;
}

/** One heartbeat per connection in so many seconds; the work is spread over them. */
const ROUND_SECONDS = 28;
/** Where there are more at the door than there is room for, one has so long to say what it wants, ms. */
const HASTE = 5_000;
/** So long nothing more is said about an address, ms. */
const QUIET = 10 * 60_000;

/**
 * Everybody's way into the live engine: counts connections, listens for their hearts, and asks again
 * about once a minute, and whenever told, whether each may still be here.
 */
export function openDoor(
  node: LiveNode,
  authenticate: Authenticate,
  admission: Admission,
  log: Logger,
): Door {
  const slots: Set<Present>[] = Array.from({ length: ROUND_SECONDS }, () => new Set());
  const silent = new Set<Present>();
  let nextSlot = 0;
  let turn = 0;
  let accepted = 0;
  let turnedAway = 0;
  let quietUntil = 0;

  const tellOfAddress = (reason: WaitReason, address: string): void => {
    if (reason !== 'address' || performance.now() < quietUntil) return;
    quietUntil = performance.now() + QUIET;
    log.warn(
      { connections: admission.from(address) },
      'one network address has too many connections: if a reverse proxy stands before this server, its address has to be in RONDO_TRUSTED_PROXIES',
    );
  };

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
    if (!admission.isCrowded()) return;
    const long = performance.now() - HASTE;
    for (const { since, guest } of silent) if (since < long) guest.end('malformed', 0);
  }, 1_000);

  const open: Door['open'] = (credentials, address, way) => {
    let admitted: Admitted | null = null;
    let meeting: MeetingId | null = null;
    const knock = admission.knock(address);
    const authorize: Authorize = async (asked, { isBack }) => {
      const found = await authenticate(credentials, asked);
      if (typeof found === 'string') return found;
      const reason = await knock.enter(found, () => isBack(found.person));
      if (reason !== null) return { afterMs: admission.waits(reason) };
      if (isOver) return 'notFound';
      meeting = asked;
      admitted = found;
      silent.delete(present);
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
        silent.delete(present);
        knock.leave();
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
    const present: Present = {
      guest,
      way,
      recheck,
      admitted: () => admitted,
      since: performance.now(),
      rounds: 0,
    };
    nextSlot = (nextSlot + 1) % ROUND_SECONDS;
    const slot = slots[nextSlot];
    slot?.add(present);
    silent.add(present);
    accepted++;
    return guest;
  };

  return {
    comeBackAfter: (address) => {
      const reason = admission.mayKnock(address);
      if (reason === null) return null;
      turnedAway++;
      tellOfAddress(reason, address);
      return admission.waits(reason);
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
      return { ...admission.figures(), accepted, turnedAway, unsent };
    },
    close: () => clearInterval(timer),
  };
}
