import type { ParticipantId } from '@rondo/meeting';

/** What became of a task; `keep`: it stays open. */
export type Verdict = 'done' | 'keep' | 'dropped';

/** A task of an earlier meeting, as it is to go on from here. */
export interface ReviewedTask {
  text: string;
  owner: ParticipantId | null;
  /** For an owner who has not come, or is no member any more. */
  ownerName: string | null;
  /** YYYY-MM-DD. */
  due: string | null;
  /** The meeting it was made in, and when that was, ms since 1970. */
  meeting: string;
  since: number;
  verdict: Verdict | null;
  /** Somebody has changed its words, owner or day here. */
  changed: boolean;
  /** How many have said whether it helped. */
  answers: number;
  /** Shown when the phase closes, from `FEWEST_ANSWERS` on; final from then on. */
  helped: { yes: number; no: number } | null;
  /** In how many meetings it was looked at before and stayed open; absent: in none. */
  times?: number;
  /** How often it should have been done and was not, since it was last renewed; absent: never. */
  missed?: number;
  /** It was done before this meeting, ms since 1970: people are only asked whether it helped. */
  doneAt?: number;
  /** It has got another day or owner here, or was made smaller. */
  renewed?: true;
  /** The phase was closed without a word about it, although it had been missed too often. */
  putOff?: true;
}

export interface ReviewState {
  /** By the task's id in the team's list. */
  tasks: Record<string, ReviewedTask>;
  /** In their order. */
  order: readonly string[];
  /** The one that everybody looks at, where they are taken one by one. */
  current: string | null;
}

export interface ReviewHand {
  /** Whether a task has helped, by its id. */
  helped: Record<string, boolean>;
}

/** With fewer answers, counts would tell who said what. */
export const FEWEST_ANSWERS = 3;
/** The longest task, in visible characters. */
export const LONGEST_TASK = 500;
