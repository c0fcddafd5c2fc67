import type { CardId, GroupId, Id, ParticipantId } from '@rondo/meeting';

export type StepId = Id<'step'>;

/** A card went from a place in one group to another group. */
export interface Move {
  card: CardId;
  from: GroupId;
  /** Its place in the cards of `from`, from 0. */
  at: number;
  to: GroupId;
}

/** Something about a group became something else. Null where there are no votes or no title. */
export type Change =
  | { group: GroupId; what: 'title' | 'order'; before: string | null; after: string | null }
  | { group: GroupId; what: 'votes'; before: number | null; after: number | null };

/** What a group was like that a card left, in case it has to come back. */
export interface Home {
  title: string | null;
  order: string;
  votes: number | null;
}

/** One thing that somebody did to the groups, so that it can be undone. */
export interface Step {
  /** Counts up; the highest is the latest. */
  n: number;
  by: ParticipantId;
  /** In the order in which they happened. */
  moves: readonly Move[];
  changes: readonly Change[];
  homes: Record<GroupId, Home>;
  /** The groups that this step made, with the titles it gave them. */
  made: Record<GroupId, string | null>;
}

export interface GroupState {
  /** The latest steps, by the id that whoever took them gave them. */
  steps: Record<StepId, Step>;
  /** How many steps there have ever been. */
  taken: number;
  /** Titles that were made up from the cards when grouping closed. */
  suggested: Record<GroupId, string>;
}

/** Grouping happens on the board; nothing of it is in a hand. */
export type GroupHand = Record<string, never>;

/** How many steps can be undone. */
export const STEPS_KEPT = 20;
