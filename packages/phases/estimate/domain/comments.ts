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
  need,
  ownComment,
  reactionName,
  setReaction,
  threaded,
  type CommentId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, ONCE_BEGUN } from './kind.ts';
import type { Comment, EstimateState, StoryId } from './state.ts';

/** Says something about a story, or answers what somebody said. Answers go one level deep. */
export const addComment = command('addComment', {
  during: ONCE_BEGUN,
  args: z.object({
    id: id<CommentId>(),
    story: id<StoryId>(),
    text: commentText,
    parent: z.nullable(id<CommentId>()),
    mentions: mentioned,
  }),
  run: ({ board, state, me }, { id: comment, story, text, parent, mentions }) => {
    ensure(state.comments[comment] === undefined, 'exists');
    ensure(keysOf(state.comments).length < MOST_COMMENTS, 'full');
    ensure(state.stories[story] !== undefined, 'not-found');
    ensureKnown(board, mentions);
    if (parent !== null) ensure(answerable(state.comments, parent).story === story, 'not-found');
    state.said += 1;
    state.comments[comment] = {
      story,
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
  during: ONCE_BEGUN,
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
  during: ONCE_BEGUN,
  args: z.object({ id: id<CommentId>() }),
  run: ({ state, me }, { id: comment }) => {
    ownComment(state.comments, comment, me);
    dropComment(state, comment);
  },
});

/** Gives a comment a sign, or takes it away. */
export const react = command('react', {
  during: ONCE_BEGUN,
  args: z.object({ comment: id<CommentId>(), reaction: reactionName, on: z.boolean() }),
  run: ({ state, me }, { comment, reaction, on }) => {
    ensure(!need(state.comments[comment], 'not-found').deleted, 'not-found');
    setReaction(state.reactions, comment, reaction, me, on);
  },
});

/** The comments on a story as they are read: answers directly behind what they answer. */
export const threadOf = (state: EstimateState, story: StoryId): [CommentId, Comment][] =>
  threaded(state.comments, (comment) => comment.story === story);
