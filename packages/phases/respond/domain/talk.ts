import {
  answerable,
  dropComment,
  ensure,
  id,
  keysOf,
  need,
  newComment,
  newWords,
  ownComment,
  peek,
  reactionName,
  reword,
  say,
  setReaction,
  threaded,
  type CommentId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { serverCommand } from './kind.ts';
import { placesToTalk } from './places.ts';
import type { AnswerComment, AnswerId, Shown } from './state.ts';

const during = ['open', 'done', 'ahead'] as const;

/** Says something about an answer, or answers what somebody said about it. */
export const addComment = serverCommand('addComment', {
  during,
  args: z.object({ ...newComment, answer: id<AnswerId>() }),
  run: (at, { answer, ...comment }) => {
    const me = need(at.me, 'not-allowed');
    for (const shown of placesToTalk(at, me)) {
      say(at.board, shown, me, comment, () => {
        const { answers, comments } = shown;
        const { parent } = comment;
        ensure(peekAnswer(shown, comment.id) === undefined, 'exists');
        ensure(answers[answer] !== undefined, 'not-found');
        ensure(parent === null || answerable(comments, parent).answer === answer, 'not-found');
        return { answer };
      });
    }
  },
});

/** Reactions lie on answers and comments alike, so the two share their ids. */
const peekAnswer = ({ answers }: Shown, id: string) => peek(answers, id as AnswerId);

export const editComment = serverCommand('editComment', {
  during,
  args: newWords,
  run: (at, words) => {
    const me = need(at.me, 'not-allowed');
    for (const shown of placesToTalk(at, me)) reword(at.board, shown, me, words);
  },
});

/** Takes back one's own comment; the last one takes along the empty place of an answer that is gone. */
export const deleteComment = serverCommand('deleteComment', {
  during,
  args: z.object({ id: id<CommentId>() }),
  run: (at, { id: comment }) => {
    const me = need(at.me, 'not-allowed');
    for (const shown of placesToTalk(at, me)) {
      const { answer } = ownComment(shown.comments, comment, me);
      dropComment(shown, comment);
      const isEmpty = !keysOf(shown.comments).some(
        (each) => peek(shown.comments, each)?.answer === answer,
      );
      if (isEmpty && shown.answers[answer]?.gone === true) delete shown.answers[answer];
    }
  },
});

/** A sign on an answer or comment, by name; `on: false` takes it away. */
export const react = serverCommand('react', {
  during,
  args: z.object({
    target: z.union([z.object({ comment: id<CommentId>() }), z.object({ answer: id<AnswerId>() })]),
    reaction: reactionName,
    on: z.boolean(),
  }),
  run: (at, { target, reaction, on }) => {
    const me = need(at.me, 'not-allowed');
    for (const { answers, comments, reactions } of placesToTalk(at, me)) {
      const isThere =
        'comment' in target
          ? comments[target.comment]?.deleted === false
          : answers[target.answer] !== undefined && answers[target.answer]?.gone !== true;
      ensure(isThere, 'not-found');
      const place = 'comment' in target ? target.comment : target.answer;
      setReaction(reactions, place, reaction, me, on);
    }
  },
});

/** What was said about an answer as it is read: answers directly behind what they answer. */
export const threadOn = (shown: Shown, answer: AnswerId): [CommentId, AnswerComment][] =>
  threaded(shown.comments, (comment) => comment.answer === answer);
