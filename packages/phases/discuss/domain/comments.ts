import {
  ensure,
  id,
  keysOf,
  need,
  peek,
  text,
  type Board,
  type GroupId,
  type ParticipantId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, WHENEVER } from './kind.ts';
import type { Comment, CommentId, DiscussState } from './state.ts';

/** The longest comment, in visible characters. */
export const LONGEST_COMMENT = 2_000;
const MOST_COMMENTS = 3_000;

const commentText = text(LONGEST_COMMENT);
const mentions = z.array(id<ParticipantId>()).check(z.maxLength(20));

function ensureKnown(board: Board, people: readonly ParticipantId[]): void {
  ensure(
    people.every((person) => board.people[person] !== undefined),
    'not-found',
  );
}

function own(state: DiscussState, comment: CommentId, me: ParticipantId): Comment {
  const found = need(state.comments[comment], 'not-found');
  ensure(!found.deleted, 'not-found');
  ensure(found.by === me, 'not-yours');
  return found;
}

/** Says something about a topic, or answers what somebody said. Answers go one level deep. */
export const addComment = command('addComment', {
  during: WHENEVER,
  args: z.object({
    id: id<CommentId>(),
    topic: id<GroupId>(),
    text: commentText,
    parent: z.nullable(id<CommentId>()),
    mentions,
  }),
  run: ({ board, state, me }, { id: comment, topic, text, parent, mentions }) => {
    const isTaken = state.comments[comment] ?? board.cards[comment as never];
    ensure(isTaken === undefined, 'exists');
    ensure(keysOf(state.comments).length < MOST_COMMENTS, 'full');
    ensureKnown(board, mentions);
    let place = topic;
    if (parent !== null) {
      const answered = need(state.comments[parent], 'not-found');
      ensure(!answered.deleted, 'not-found');
      ensure(answered.parent === null, 'bad-arguments');
      // Where the thread is now: topics may have been put together meanwhile.
      place = answered.topic;
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
  args: z.object({ id: id<CommentId>(), text: commentText, mentions }),
  run: ({ board, state, me }, { id: comment, text, mentions }) => {
    const mine = own(state, comment, me);
    ensureKnown(board, mentions);
    mine.text = text;
    mine.mentions = mentions;
    mine.edited = true;
  },
});

/** Takes back one's own comment. One that others have answered leaves its place behind, without a word of it. */
export const deleteComment = command('deleteComment', {
  during: WHENEVER,
  args: z.object({ id: id<CommentId>() }),
  run: ({ state, me }, { id: comment }) => {
    const mine = own(state, comment, me);
    const { parent } = mine;
    delete state.reactions[comment];
    if (isAnswered(state, comment)) {
      mine.text = '';
      mine.mentions = [];
      mine.deleted = true;
      return;
    }
    delete state.comments[comment];
    if (parent !== null && state.comments[parent]?.deleted && !isAnswered(state, parent)) {
      delete state.comments[parent];
    }
  },
});

const isAnswered = (state: DiscussState, comment: CommentId): boolean =>
  keysOf(state.comments).some((each) => peek(state.comments, each)?.parent === comment);

/** The comments of a topic as they are read: answers directly behind what they answer. */
export function threadOf(state: DiscussState, topic: GroupId): [CommentId, Comment][] {
  const all = (Object.entries(state.comments) as [CommentId, Comment][])
    .filter(([, comment]) => comment.topic === topic)
    .sort(([, a], [, b]) => a.n - b.n);
  return all
    .filter(([, { parent }]) => parent === null)
    .flatMap(([id, comment]) => [
      [id, comment] as [CommentId, Comment],
      ...all.filter(([, { parent }]) => parent === id),
    ]);
}
