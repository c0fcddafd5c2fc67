import type {
  CardId,
  ClientId,
  GroupId,
  MeetingId,
  ParticipantId,
  PhaseId,
  TaskId,
} from './ids.ts';
import type { RefusalCode } from './refusal.ts';

/** A text in the languages it exists in; each viewer sees their own, English where it is missing. */
export type LocalText = string | { readonly en: string; readonly de?: string };

/** What everybody in the meeting sees. */
export interface Board {
  /** Shape of this document. Readers of format N ship one release before writers of N. */
  format: 1;
  id: MeetingId;
  name: string;
  activity: { id: string; name: LocalText };
  status: 'running' | 'ended';
  /** Server time, ms since 1970. */
  startedAt: number;
  endedAt: number | null;
  /** Who steers now. */
  facilitator: ParticipantId;
  /** Nobody new may come in. */
  locked: boolean;
  /** Who of those without an account may come in by the meeting link. */
  guests: 'no' | 'lobby' | 'yes';
  /** The phases in the order in which they are to happen. */
  flow: readonly PhaseId[];
  /** Where the facilitator leads; never forced upon anyone. */
  at: PhaseId;
  phases: Record<PhaseId, Phase>;
  people: Record<ParticipantId, Person>;
  /** Members of the team who are waited for in phases with a window, also before their first visit. Absent: nobody is. */
  expected?: Record<ParticipantId, { name: string }>;
  timer: Timer | null;
  /** Grouping has closed, or the topics are being voted on or discussed: cards stay as they are. */
  sealed: boolean;
  cards: Record<CardId, Card>;
  /** Every revealed card is in exactly one group, most of them alone at first. A group is what becomes a topic. */
  groups: Record<GroupId, Group>;
  tasks: Record<TaskId, Task>;
}

export interface Person {
  name: string;
  role: 'member' | 'guest';
  /** A team lead: may take the facilitator's role at any time. */
  lead: boolean;
  /** `waiting` in the lobby sees nothing yet; `removed` may not come back. */
  state: 'in' | 'waiting' | 'removed';
}

/** One step of a meeting. `settings` and `state` belong to its kind. */
export interface Phase {
  kind: string;
  title: LocalText | null;
  /** A hint for whoever facilitates. */
  tip: LocalText | null;
  status: 'ahead' | 'open' | 'done' | 'skipped';
  /** Has been open before. One that has begun and is `ahead` is paused: its hands may hold something. */
  begun: boolean;
  /** Suggested length; what the timer offers first. */
  minutes: number | null;
  settings: object;
  state: object;
  /** Who has said that they are ready to go on. */
  ready: Record<ParticipantId, true>;
  /** Opens and closes by the clock, so that each takes part when it suits them. Absent or null: live. */
  window?: Window | null;
}

/** When a phase opens and closes by itself. Moments in server time, ms since 1970; null: not by the clock. */
export interface Window {
  opensAt: number | null;
  closesAt: number | null;
  /** Closes as soon as everybody who is expected has done their part. */
  whenDone: boolean;
  /** When those who are missing are reminded. */
  remindAt: number | null;
  /** How long after its end the meeting stays open for those who are late. */
  lateUntil: number | null;
  /** It opens beside the phase behind it, and closes with that one at the latest: nobody has to come twice. */
  along?: true;
}

/** A countdown as a moment in server time, so that no restart and no slow clock can stretch it. */
export interface Timer {
  phase: PhaseId;
  /** Server time, ms since 1970. */
  endsAt: number;
  /** What it was started or extended to, ms; for the ring. */
  length: number;
  /** `deadline`: a date and time to which people work by themselves. */
  kind: 'countdown' | 'deadline';
}

export interface Card {
  text: string;
  /** The collect phase it comes from, and the prompt it answers. */
  phase: PhaseId;
  prompt: string;
  group: GroupId;
  /** Absent where the phase was anonymous: then nobody's name is stored on any board, ever. */
  by?: ParticipantId;
}

export interface Group {
  /** Null: the title is suggested from the cards. */
  title: string | null;
  cards: readonly CardId[];
  /** Fractional index; ties are broken by id. */
  order: string;
  /** Set when a vote phase closes. */
  votes?: number;
}

/** An agreed next step. */
export interface Task {
  text: string;
  owner: ParticipantId | null;
  /** YYYY-MM-DD. */
  due: string | null;
  /** The topic it was made for. */
  topic: GroupId | null;
  by: ParticipantId;
  done: boolean;
  order: string;
}

/** What only one participant sees and may change. Keyed by phase; each kind brings its own shape. */
export interface Hand {
  phases: Record<PhaseId, object>;
}

/** What nobody sees. */
export interface Ledger {
  /** How far each participant's clients have been carried out: this makes a resend harmless. */
  executed: Record<ParticipantId, Record<ClientId, Executed>>;
  /**
   * The entry with which this ledger began, where an older one was burnt at the end of the meeting:
   * what a client sent before it without getting an answer nobody can answer any more.
   */
  since?: number;
}

export interface Executed {
  /** The number of the last command that was answered, carried out or refused. */
  n: number;
  /** The refused ones among the latest, by number. */
  refused: Record<string, RefusalCode>;
  /** `seq` of the last answer; the longest silent clients are forgotten first. */
  seq: number;
}

/** The whole meeting. Only the server holds one. */
export interface Doc {
  board: Board;
  hands: Record<ParticipantId, Hand>;
  ledger: Ledger;
}

/** What one participant holds: the board and their own hand. */
export interface View {
  board: Board;
  hand: Hand;
}

export const emptyHand = (): Hand => ({ phases: {} });
