import * as z from 'zod/mini';
import type { Board } from './document.ts';
import type { Id, ParticipantId } from './ids.ts';
import { keysOf, peek } from './patch/record.ts';
import type { Reactions } from './reactions.ts';
import { ensure, need } from './refusal.ts';
import { id, text } from './text.ts';

export type CommentId = Id<'comment'>;

/** Something that somebody said about a thing; each kind of phase adds about which. */
export interface Said {
  /** Empty once deleted. */
  text: string;
  by: ParticipantId;
  /** The comment it answers; answers are not answered. */
  parent: CommentId | null;
  mentions: readonly ParticipantId[];
  /** Counts up; the order of a thread. */
  n: number;
  edited: boolean;
  /** Its maker took it back, but others had answered. */
  deleted: boolean;
}

/** What people say in a phase, and their signs on it. */
export interface Talk<C extends Said> {
  comments: Record<CommentId, C>;
  /** How many comments there have ever been. */
  said: number;
  /** By comment, or by whatever else the kind has, then by reaction: who. */
  reactions: Reactions;
}

/** The longest comment, in visible characters. */
export const LONGEST_COMMENT = 2_000;
export const MOST_COMMENTS = 3_000;

export const commentText = text(LONGEST_COMMENT);
export const mentioned = z.array(id<ParticipantId>()).check(z.maxLength(20));

/** People who are spoken to have to be people of this meeting. */
export function ensureKnown(board: Board, people: readonly ParticipantId[]): void {
  ensure(
    people.every((person) => board.people[person] !== undefined),
    'not-found',
  );
}

/** The comment that is to be answered: there, and no answer itself. */
export function answerable<C extends Said>(comments: Record<CommentId, C>, parent: CommentId): C {
  const answered = need(comments[parent], 'not-found');
  ensure(!answered.deleted, 'not-found');
  ensure(answered.parent === null, 'bad-arguments');
  return answered;
}

/** A comment that this person may change. */
export function ownComment<C extends Said>(
  comments: Record<CommentId, C>,
  comment: CommentId,
  me: ParticipantId,
): C {
  const found = need(comments[comment], 'not-found');
  ensure(!found.deleted, 'not-found');
  ensure(found.by === me, 'not-yours');
  return found;
}

/** Takes a comment away. One that others have answered leaves its place behind, without a word of it. */
export function dropComment<C extends Said>(
  { comments, reactions }: Talk<C>,
  comment: CommentId,
): void {
  const dropped = need(comments[comment], 'not-found');
  const { parent } = dropped;
  delete reactions[comment];
  if (isAnswered(comments, comment)) {
    dropped.text = '';
    dropped.mentions = [];
    dropped.deleted = true;
    return;
  }
  delete comments[comment];
  if (parent !== null && comments[parent]?.deleted && !isAnswered(comments, parent)) {
    delete comments[parent];
  }
}

const isAnswered = (comments: Record<CommentId, Said>, comment: CommentId): boolean =>
  keysOf(comments).some((each) => peek(comments, each)?.parent === comment);

/** Those comments that are wanted as they are read: answers directly behind what they answer. */
export function threaded<C extends Said>(
  comments: Record<CommentId, C>,
  isWanted: (comment: C) => boolean,
): [CommentId, C][] {
  // The record's own keys are comment ids.
  const all = (Object.entries(comments) as [CommentId, C][])
    .filter(([, comment]) => isWanted(comment))
    .sort(([, a], [, b]) => a.n - b.n);
  return all
    .filter(([, { parent }]) => parent === null)
    .flatMap(([id, comment]) => [
      [id, comment] as [CommentId, C],
      ...all.filter(([, { parent }]) => parent === id),
    ]);
}
