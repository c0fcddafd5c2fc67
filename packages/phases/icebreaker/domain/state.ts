import type { LocalText, ParticipantId } from '@rondo/meeting';

/** A question of the set, by its number, or one of one's own. Each browser loads the set in its language. */
export type Question = { readonly set: number } | { readonly own: LocalText };

export interface Turns {
  /** Who comes when; people who come later are added at the end of a turn. Empty: not started. */
  order: readonly ParticipantId[];
  /** Whose turn it is; null before the first and after the last. */
  current: ParticipantId | null;
  /** Who has had a turn. */
  had: Record<ParticipantId, 'spoke' | 'passed'>;
}

export interface IcebreakerState {
  mode: 'turns' | 'together';
  question: Question;
  /** Numbers that were asked already, so that they don't come again before all others did. */
  asked: readonly number[];
  turns: Turns;
  /** How many people have written an answer that is still face down; never who. */
  answered: number;
  /** The answers, once they lie open. */
  answers: Record<ParticipantId, string> | null;
}

export interface IcebreakerHand {
  answer: string | null;
}

/** The longest answer, in visible characters. */
export const LONGEST_ANSWER = 280;
