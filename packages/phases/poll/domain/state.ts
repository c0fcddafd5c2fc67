import type { LocalText, ParticipantId } from '@rondo/meeting';

/** With fewer answers, numbers and reasons would tell who gave which: an anonymous poll then shows neither. */
export const FEWEST_ANSWERS = 3;
export const LONGEST_REASON = 500;
export const LONGEST_DECISION = 2_000;
/** So often one question may be asked. */
export const MOST_ROUNDS = 10;

export interface PollOption {
  readonly id: string;
  readonly label: LocalText;
}

export interface Reason {
  readonly id: string;
  readonly text: string;
  /** What it was given for; in a ranked choice the first one. */
  readonly option: string;
  /** Where the poll was with names. */
  readonly by?: ParticipantId;
  /** An objection that its owner has taken back since. */
  readonly withdrawn?: true;
}

/** One step of an instant runoff. */
export interface Round {
  /** First choices among the options that are still in. */
  readonly counts: Readonly<Record<string, number>>;
  /** Who goes after it; empty in the last one. */
  readonly out: readonly string[];
  /** How it was found out who goes, where several had the fewest. */
  readonly tie: 'earlier' | 'mentions' | 'together' | null;
  /** Answers all of whose options are out. */
  readonly exhausted: number;
}

/** What was turned over. It stays as it is, but for objections that are taken back. */
export interface PollResult {
  answers: number;
  /** Then nothing else is told. */
  tooFew: boolean;
  /** By option; in a ranked choice the first ones. */
  counts: Record<string, number>;
  /** Several: a tie. */
  winners: readonly string[];
  reasons: readonly Reason[];
  /** Who chose what, where the poll was with names. */
  choices: Record<ParticipantId, readonly string[]> | null;
  /** Of a ranked choice. */
  rounds: readonly Round[] | null;
}

/** An earlier round, as it was asked. */
export interface PastRound {
  readonly question: LocalText;
  readonly options: readonly PollOption[];
  readonly result: PollResult;
}

export interface PollState {
  options: readonly PollOption[];
  /** Counts up whenever people are asked something else than before, so that no answer is taken for another question's. */
  asked: number;
  /** How many have answered; never who. */
  answers: number;
  result: PollResult | null;
  past: readonly PastRound[];
  /** What was decided, in the facilitator's words. */
  decision: string | null;
}

export interface PollHand {
  /** Options; in a ranked choice the favourite first. Empty: not answered. */
  choice: readonly string[];
  reason: string;
  /** My reason among those that lie open. */
  given: string | null;
}
