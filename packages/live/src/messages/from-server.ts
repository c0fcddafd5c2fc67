import type { Board, Hand, Op, ParticipantId, PhaseId, RefusalCode } from '@rondo/meeting';
import type { CloseReason } from './codes.ts';

/** You are in. Followed by a `view` or by the `p` frames that were missed. */
export interface WelcomeMessage {
  t: 'welcome';
  /** Protocol version of the server. */
  v: number;
  me: ParticipantId;
  /** The head of the log: what is answered by `n` shows in a view of this entry. */
  s: number;
  /** Server time, ms since 1970. */
  time: number;
  /** The entry with which the numbers of commands began anew; 0: they never did. What was made before it is unknown. */
  from: number;
  /** The last of this client's commands that was answered, and which of the late ones were refused. */
  n: number;
  no: Record<string, RefusalCode>;
}

/** The whole of what this participant may see, as of entry `s`. */
export interface ViewMessage {
  t: 'view';
  s: number;
  board: Board;
  hand: Hand;
}

/**
 * Entry `s` of the log: what it changed on the board, and in this participant's own hand. Sent for
 * every entry to everybody, empty where there is nothing to see, so that a secret never looks like a gap.
 */
export interface PatchMessage {
  t: 'p';
  s: number;
  /** Board operations; absent: none. */
  b?: Op[];
  /** Operations on the own hand. */
  h?: Op[];
  /** This client's commands up to this number are answered. */
  n?: number;
  /**
   * Those among them that were refused. The codes `busy`, `too-fast` and `gap` are no answers: those
   * commands were not looked at, and are sent again after a pause.
   */
  no?: Record<string, RefusalCode>;
}

/** A person as others see them right now. */
export interface Presence {
  /** The phase they look at. */
  at: PhaseId | null;
  typing?: string;
  drag?: { card: string; over: string | null };
}

/** The fleeting lane: who is here. `all` replaces, otherwise only what changed; null: gone. */
export interface HereMessage {
  t: 'here';
  all?: true;
  people: Record<ParticipantId, Presence | null>;
  /** All places where somebody is writing in phases in which nobody may know who: `phase` → places. Absent: as before. */
  writing?: Record<PhaseId, string[]>;
}

/** Still here. Carries the head of the log, so that a missed frame is noticed, and the server's clock. */
export interface BeatMessage {
  t: 'beat';
  s: number;
  time: number;
}

/** In the lobby, waiting to be let in. */
export interface LobbyMessage {
  t: 'lobby';
  /** The meeting's name, which is all a waiting guest may see. */
  name: string;
}

/** This connection ends. Come back not before `afterMs`. */
export interface ByeMessage {
  t: 'bye';
  why: CloseReason;
  afterMs: number;
}

/** Something outside of meetings changed: fetch it again. */
export interface PokeMessage {
  t: 'poke';
  topic: string;
}

export type FromServer =
  | WelcomeMessage
  | ViewMessage
  | PatchMessage
  | HereMessage
  | BeatMessage
  | LobbyMessage
  | ByeMessage
  | PokeMessage;
