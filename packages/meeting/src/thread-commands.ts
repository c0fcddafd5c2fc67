import * as z from 'zod/mini';
import type { Board, Phase } from './document.ts';
import type { ParticipantId } from './ids.ts';
import { keysOf } from './patch/record.ts';
import type { Command } from './phase-kind.ts';
import { ensure } from './refusal.ts';
import { id } from './text.ts';
import {
  commentText,
  dropComment,
  ensureKnown,
  mentioned,
  MOST_COMMENTS,
  ownComment,
  type CommentId,
  type Said,
  type Talk,
} from './thread.ts';

/** What every kind is told that lets people say something; about what, it adds itself. */
export const newComment = {
  id: id<CommentId>(),
  text: commentText,
  parent: z.nullable(id<CommentId>()),
  mentions: mentioned,
};
export const newWords = z.object({ id: id<CommentId>(), text: commentText, mentions: mentioned });

/**
 * Says something, or answers what somebody said.
 * @param about on what it hangs, or a refusal; asked once the comment itself is known to be right
 */
export function say<About extends object>(
  board: Board,
  talk: Talk<About & Said>,
  me: ParticipantId,
  { id: comment, text, parent, mentions }: z.infer<z.ZodMiniObject<typeof newComment>>,
  about: () => About,
): void {
  ensure(talk.comments[comment] === undefined, 'exists');
  ensure(keysOf(talk.comments).length < MOST_COMMENTS, 'full');
  ensureKnown(board, mentions);
  const place = about();
  talk.said += 1;
  talk.comments[comment] = {
    ...place,
    text,
    by: me,
    parent,
    mentions,
    n: talk.said,
    edited: false,
    deleted: false,
  };
}

/** Puts one's own comment into other words. */
export function reword(
  board: Board,
  talk: Talk<Said>,
  me: ParticipantId,
  { id: comment, text, mentions }: z.infer<typeof newWords>,
): void {
  const mine = ownComment(talk.comments, comment, me);
  ensureKnown(board, mentions);
  mine.text = text;
  mine.mentions = mentions;
  mine.edited = true;
}

interface TalkAt {
  readonly board: Board;
  readonly state: Talk<Said>;
  readonly me: ParticipantId;
}

/** A kind's own `command`, as far as it is needed here. */
type MakeCommand = <Args>(
  name: string,
  spec: {
    during: readonly Phase['status'][];
    args: z.ZodMiniType<Args>;
    run: (at: TalkAt, args: Args) => void;
  },
) => Command<Args>;

/** What people do with their own comments, in kinds where talking happens on the board. */
export const ownCommentCommands = (command: MakeCommand, during: readonly Phase['status'][]) => ({
  editComment: command('editComment', {
    during,
    args: newWords,
    run: ({ board, state, me }, words) => reword(board, state, me, words),
  }),
  deleteComment: command('deleteComment', {
    during,
    args: z.object({ id: id<CommentId>() }),
    run: ({ state, me }, { id: comment }) => {
      ownComment(state.comments, comment, me);
      dropComment(state, comment);
    },
  }),
});
