import type { BroughtTask, ParticipantId, Turns } from '@rondo/meeting';

/** An open task of an earlier meeting, and what was said of it here. */
export interface OpenTask extends BroughtTask {
  /** Null: nobody has said anything yet, so it stays open. */
  verdict: 'done' | 'keep' | null;
}

export interface UpdatesState {
  turns: Turns;
  /** What the team has open from earlier meetings, the oldest first. */
  tasks: Record<string, OpenTask>;
  /** What people have written, seen at once. */
  texts: Record<ParticipantId, string>;
}

/** A round is held in the open; nothing of it is in a hand. */
export type UpdatesHand = Record<string, never>;

/** The longest update, in visible characters. */
export const LONGEST_UPDATE = 1_000;
