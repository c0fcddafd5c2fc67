import type { Doc, MeetingId, Outcome, ParticipantId, PhaseId, World } from '@rondo/meeting';
import type { CloseReason, Presence } from '../messages/index.ts';

/** One entry of a meeting's log: everything its commands of one turn changed, as JSON text of a `Patch`. */
export interface Entry {
  seq: number;
  body: string;
}

/** An entry to append: valid only on top of exactly `seq - 1`. */
export interface NewEntry extends Entry {
  meeting: MeetingId;
}

export interface Loaded {
  /** The document as of entry `seq`. */
  seq: number;
  doc: Doc;
}

/** The truth: an append-only log per meeting with a compare-and-swap on its head. Takes what it is given before it returns. */
export interface Log {
  /** Starts a meeting at entry 0. */
  create(meeting: MeetingId, doc: Doc): Promise<void>;
  /** The latest snapshot with the entries behind it already applied; null: no such meeting. */
  load(meeting: MeetingId): Promise<Loaded | null>;
  /** The entries behind `after`, in order; null when they are no longer kept. */
  tail(meeting: MeetingId, after: number): Promise<Entry[] | null>;
  /**
   * Appends the entries of many meetings, at most one of each, in one statement. Answers, in the
   * same order, which were accepted; a refused one found another head. Throws when nobody can say.
   */
  append(entries: readonly NewEntry[]): Promise<boolean[]>;
  /**
   * The last entry of a meeting: appends it, stores the outcome and the final board, and deletes
   * log, hands and ledger, all in one transaction. False: another head.
   */
  finish(entry: NewEntry, final: Doc, outcome: Outcome): Promise<boolean>;
  /** The first entry after the end: appends it and lists the meeting as running again, in one transaction. */
  reopen(entry: NewEntry): Promise<boolean>;
  /** Stores a snapshot; a cache only. */
  snapshot(meeting: MeetingId, seq: number, doc: Doc): Promise<void>;
  /** The heads of these meetings. */
  heads(meetings: readonly MeetingId[]): Promise<Map<MeetingId, number>>;
}

/** What nodes tell each other. Hints only: any of it may be lost, doubled or late. */
export type Hint =
  | { k: 'head'; m: MeetingId; s: number }
  /** Somebody is (still) here on another node, as everybody may see them; null: gone from there. */
  | { k: 'here'; m: MeetingId; node: string; who: ParticipantId; is: Presence | null }
  /** Where people write on that node in phases in which nobody may know who. */
  | { k: 'writing'; m: MeetingId; node: string; places: Record<PhaseId, string[]> }
  /** Somebody may no longer be in this meeting. */
  | { k: 'kick'; m: MeetingId; who: ParticipantId; why: CloseReason }
  | { k: 'poke'; topic: string };

export interface Bus {
  publish(hint: Hint): void;
  /** Calls back for hints of other nodes; returns how to stop. */
  subscribe(listener: (hint: Hint) => void): () => void;
}

/** Time and turns, so that tests can own them. */
export interface Clock {
  /** Server time, ms since 1970. */
  now(): number;
  /** After `ms`; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
  /** At the end of this turn of the event loop, when everything that has arrived has been read. */
  soon(run: () => void): void;
}

/** Chance that nobody can foresee. */
export type Chance = Pick<World, 'random' | 'id'>;

/** A text that many readers get. Who sends it may keep it here in the form it is sent in. */
export interface Shared {
  readonly text: string;
  plain: Uint8Array | null;
  packed: Uint8Array | null;
}

/** One reader at the other end: a socket, or a stream with posts. */
export interface Connection {
  /** Hands over one message. Never throws; after the end it does nothing. */
  send(text: string): void;
  /** The same for a message whose large middle many readers get; where it is missing, `send` serves. */
  sendAround?(before: string, middle: Shared, after: string): void;
  /** Lets the messages that are handed over meanwhile leave together; where it is missing, each leaves by itself. */
  together?(send: () => void): void;
  /** Bytes handed over that have not left yet. */
  buffered(): number;
  /** Ends it behind what was sent. */
  close(reason: CloseReason): void;
}

/** Whom authorisation let through to one meeting. */
export interface Visitor {
  person: ParticipantId;
  name: string;
  role: 'member' | 'guest';
  lead: boolean;
  /** Topics whose pokes this person may hear, such as `team:…`. */
  topics?: readonly string[];
}

/** What a meeting says about somebody who asks for it. */
export interface Arrival {
  /**
   * Whether this person was let in before, and the meeting runs. A meeting that is not in memory is
   * loaded for that only where the client says that it has been there.
   */
  readonly isBack: (person: ParticipantId) => Promise<boolean>;
}

/** There is no room for this connection right now. */
export interface Later {
  readonly afterMs: number;
}

/** Decides whether this connection may have a meeting. Rejects when nobody can say right now. */
export type Authorize = (
  meeting: MeetingId,
  arrival: Arrival,
) => Promise<Visitor | Later | 'signedOut' | 'notFound'>;

/** Something that went wrong and should be looked at; the meeting goes on. */
export interface Problem {
  what:
    | 'command failed'
    | 'log unreachable'
    | 'log does not fit'
    | 'snapshot failed'
    | 'join failed';
  meeting: MeetingId | null;
  /** A command's name, a seq… never what people wrote. */
  detail: string;
  error: unknown;
}

export type Report = (problem: Problem) => void;
