import type { Command, ParticipantId, PhaseId, RefusalCode, View } from '@rondo/meeting';
import type { CloseReason, Presence } from '../messages/index.ts';

/** How the connection stands. */
export type LiveStatus =
  /** Never been in so far. */
  | { is: 'connecting' }
  | { is: 'live' }
  /** Never been in: more people are here than the server can take. Tries again by itself at `nextAt`, server time. */
  | { is: 'full'; nextAt: number }
  /** Was in, is not now, and tries to come back by itself at `nextAt`. `why`: what the server said, if it did. */
  | { is: 'offline'; why: CloseReason | null; nextAt: number }
  /** Waits to be let in. */
  | { is: 'lobby'; name: string }
  /** Does not try again by itself; see the table in docs/live-rules.md. What is unsent is kept. */
  | { is: 'closed'; why: CloseReason };

/** A command that waits for its answer. */
export interface Waiting {
  readonly phase: PhaseId | null;
  readonly name: string;
  readonly args: unknown;
  /** True for commands whose result shows only when the server has answered. */
  readonly server: boolean;
}

/** Everything a screen can show. Unchanged parts keep their identity from one state to the next. */
export interface LiveState {
  readonly status: LiveStatus;
  /** What this person sees, with their own unanswered commands already carried out; null until first let in. */
  readonly view: View | null;
  /** What the log says, without them. */
  readonly base: View | null;
  readonly me: ParticipantId | null;
  /** The entry of the log that `base` stands at; -1 before the first. */
  readonly seq: number;
  /** Commands without an answer, in order: also those of an earlier visit that were never answered. */
  readonly waiting: readonly Waiting[];
  /** How many of them have not left this device as far as it knows: all while there is no connection. */
  readonly unsent: number;
  /** There is a connection, and yet the oldest of them gets no answer: the server cannot write down what it is told. */
  readonly late: boolean;
  /** False when this device could not store the commands: closing the tab would lose them. */
  readonly stored: boolean;
  /** Who is here and what they are doing. Not the person themselves. */
  readonly people: Readonly<Record<ParticipantId, Presence>>;
  /** Where somebody writes in phases in which nobody may know who. */
  readonly writing: Readonly<Record<PhaseId, readonly string[]>>;
}

export const EMPTY: LiveState = {
  status: { is: 'connecting' },
  view: null,
  base: null,
  me: null,
  seq: -1,
  waiting: [],
  unsent: 0,
  late: false,
  stored: true,
  people: {},
  writing: {},
};

/** What became of a command: `done`, or why not. */
export type Answer = 'done' | RefusalCode;

/** A command that the server has refused: give the text back to the person. */
export interface RefusedCommand {
  readonly phase: PhaseId | null;
  readonly name: string;
  readonly args: unknown;
  readonly code: RefusalCode;
}

/** What I am doing right now, for others to see. */
export interface Doing {
  /** The phase I look at. */
  at: PhaseId | null;
  /** Where I type: a prompt, a topic… */
  typing?: string;
  /** What I drag, and over what. */
  drag?: { card: string; over: string | null };
}

/** One tab's connection to one meeting. */
export interface LiveClient {
  readonly getState: () => LiveState;
  /** Calls back after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Does something. A participant's command shows at once; a server command shows as waiting until
   * the answer comes. Resolves with `done` or the reason why not, also when that was clear on the
   * spot; never rejects. Offline it stays unresolved, the command is kept and sent later.
   */
  readonly send: <Args>(
    phase: PhaseId | null,
    command: Command<Args>,
    args: Args,
  ) => Promise<Answer>;
  /** Replaces what others see me doing. Fleeting: throttled, never kept. */
  readonly tell: (doing: Doing) => void;
  /** Commands refused by the server, also those of an earlier visit; returns how to stop. */
  readonly onRefused: (listener: (refused: RefusedCommand) => void) => () => void;
  /** Something outside of the meeting changed; fetch that topic again. */
  readonly onPoke: (listener: (topic: string) => void) => () => void;
  /** The server's time as well as this device can tell, ms since 1970. */
  readonly serverTime: () => number;
  /** Tries again at once: the network is back, the device woke up, the person asked. */
  readonly wake: () => void;
  /** Carries out again what is unanswered: a kind of phase has come that was not here before. */
  readonly rethink: () => void;
  /** Leaves. What is unsent stays stored for the next visit. */
  readonly close: () => void;
}
