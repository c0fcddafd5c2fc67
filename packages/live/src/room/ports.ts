import type { Doc, MeetingId, Outcome, ParticipantId } from '@rondo/meeting';

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

/** The truth: an append-only log per meeting with a compare-and-swap on its head. */
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
  /** Stores a snapshot; a cache only. */
  snapshot(meeting: MeetingId, seq: number, doc: Doc): Promise<void>;
  /** The heads of these meetings. */
  heads(meetings: readonly MeetingId[]): Promise<Map<MeetingId, number>>;
}

/** What nodes tell each other. Hints only: any of it may be lost, doubled or late. */
export type Hint =
  | { k: 'head'; m: MeetingId; s: number }
  /** Somebody is (still) here on another node; `gone` when their last connection there closed. */
  | { k: 'here'; m: MeetingId; node: string; who: ParticipantId; is: unknown }
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
