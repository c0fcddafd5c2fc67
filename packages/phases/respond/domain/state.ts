import type { Id, ParticipantId, Said, Talk } from '@rondo/meeting';

export type AnswerId = Id<'answer'>;

export interface Answer {
  prompt: string;
  /** Empty once it is gone. */
  text: string;
  /** Who, and when, in ms of the server's time. Absent where the phase is anonymous. */
  by?: ParticipantId;
  at?: number;
  /** Given when the phase was over. */
  late?: true;
  edited?: true;
  /** Taken back, but others had said something about it. */
  gone?: true;
}

export interface AnswerComment extends Said {
  answer: AnswerId;
}

/** Answers and what is said about them. Reactions lie on answers and on comments. */
export interface Shown extends Talk<AnswerComment> {
  answers: Record<AnswerId, Answer>;
}

export interface RespondState {
  /** What everybody sees. */
  shown: Shown;
  /** What is given goes straight to the board: from the beginning, or since the phase closed. */
  revealed: boolean;
  /** How many people have answered. */
  answered: number;
  /** Who has; empty where the phase is anonymous. */
  given: Record<ParticipantId, true>;
}

export interface RespondHand {
  /** By prompt: what is being written; empty where an answer that was given is to go. */
  drafts: Record<string, string>;
  /** By prompt: my answers. In an anonymous phase nobody else knows that they are mine. */
  mine: Record<string, AnswerId>;
  /** I count as one who has answered. */
  gave: boolean;
  /**
   * Until the answers lie on the board, what I may see: my own ones and, once I have given them where
   * that opens the others, those of everybody who has, too. The same in each such hand.
   */
  shown: Shown | null;
}

/** The longest answer, in visible characters. */
export const LONGEST_ANSWER = 2_000;

export const nothingShown = (): Shown => ({ answers: {}, comments: {}, said: 0, reactions: {} });
