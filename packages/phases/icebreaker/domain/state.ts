import type { LocalText, ParticipantId, Turns } from '@rondo/meeting';

/** A question of the set, by its number, or one of one's own. Each browser loads the set in its language. */
export type Question = { readonly set: number } | { readonly own: LocalText };

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
