import {
  answerable,
  commentText,
  dropComment,
  ensure,
  ensureKnown,
  id,
  keysOf,
  mentioned,
  MOST_COMMENTS,
  ownComment,
  threaded,
  type CommentId,
  type GroupId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, WHENEVER } from './kind.ts';
import type { Comment, DiscussState } from './state.ts';

/** Says something about a topic, or answers what somebody said. Answers go one level deep. */
export const addComment = command('addComment', {
  during: WHENEVER,
  args: z.object({
    id: id<CommentId>(),
    topic: id<GroupId>(),
    text: commentText,
    parent: z.nullable(id<CommentId>()),
    mentions: mentioned,
  }),
  run: ({ board, state, me }, { id: comment, topic, text, parent, mentions }) => {
    const isTaken = state.comments[comment] ?? board.cards[comment as never];
    ensure(isTaken === undefined, 'exists');
    ensure(keysOf(state.comments).length < MOST_COMMENTS, 'full');
    ensureKnown(board, mentions);
    let place = topic;
    if (parent !== null) {
      // Where the thread is now: topics may have been put together meanwhile.
      place = answerable(state.comments, parent).topic;
    }
    ensure(state.topics[place] !== undefined, 'not-found');
    state.said += 1;
    state.comments[comment] = {
      topic: place,
      text,
      by: me,
      parent,
      mentions,
      n: state.said,
      edited: false,
      deleted: false,
    };
  },
});

export const editComment = command('editComment', {
  during: WHENEVER,
  args: z.object({ id: id<CommentId>(), text: commentText, mentions: mentioned }),
  run: ({ board, state, me }, { id: comment, text, mentions }) => {
    const mine = ownComment(state.comments, comment, me);
    ensureKnown(board, mentions);
    mine.text = text;
    mine.mentions = mentions;
    mine.edited = true;
  },
});

/** Takes back one's own comment. */
export const deleteComment = command('deleteComment', {
  during: WHENEVER,
  args: z.object({ id: id<CommentId>() }),
  run: ({ state, me }, { id: comment }) => {
    ownComment(state.comments, comment, me);
    dropComment(state, comment);
  },
});

/** The comments of a topic as they are read: answers directly behind what they answer. */
export const threadOf = (state: DiscussState, topic: GroupId): [CommentId, Comment][] =>
  threaded(state.comments, (comment) => comment.topic === topic);
