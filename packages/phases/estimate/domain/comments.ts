import {
  answerable,
  ensure,
  id,
  need,
  newComment,
  ownCommentCommands,
  reactionName,
  say,
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
  args: z.object({ ...newComment, story: id<StoryId>() }),
  run: ({ board, state, me }, { story, ...comment }) =>
    say(board, state, me, comment, () => {
      const { parent } = comment;
      ensure(state.stories[story] !== undefined, 'not-found');
      ensure(parent === null || answerable(state.comments, parent).story === story, 'not-found');
      return { story };
    }),
});

export const { editComment, deleteComment } = ownCommentCommands(command, ONCE_BEGUN);

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
