import {
  answerable,
  ensure,
  id,
  newComment,
  ownCommentCommands,
  say,
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
  args: z.object({ ...newComment, topic: id<GroupId>() }),
  run: ({ board, state, me }, { topic, ...comment }) =>
    say(board, state, me, comment, () => {
      // Reactions lie on comments and cards alike, so the two share their ids.
      ensure(board.cards[comment.id as never] === undefined, 'exists');
      const { parent } = comment;
      // Where the thread is now: topics may have been put together meanwhile.
      const place = parent === null ? topic : answerable(state.comments, parent).topic;
      ensure(state.topics[place] !== undefined, 'not-found');
      return { topic: place };
    }),
});

export const { editComment, deleteComment } = ownCommentCommands(command, WHENEVER);

/** The comments of a topic as they are read: answers directly behind what they answer. */
export const threadOf = (state: DiscussState, topic: GroupId): [CommentId, Comment][] =>
  threaded(state.comments, (comment) => comment.topic === topic);
