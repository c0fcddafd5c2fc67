import {
  ensure,
  id,
  need,
  reactionName,
  setReaction,
  type CardId,
  type CommentId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, WHENEVER } from './kind.ts';

/** A sign on a comment or card, by name; `on: false` takes it away. */
export const react = command('react', {
  during: WHENEVER,
  args: z.object({
    target: z.union([z.object({ comment: id<CommentId>() }), z.object({ card: id<CardId>() })]),
    reaction: reactionName,
    on: z.boolean(),
  }),
  run: ({ board, state, phase, me }, { target, reaction, on }) => {
    ensure(phase.begun, 'not-open');
    const at = 'comment' in target ? target.comment : target.card;
    if ('comment' in target) ensure(state.comments[target.comment]?.deleted === false, 'not-found');
    else need(board.cards[target.card], 'not-found');
    setReaction(state.reactions, at, reaction, me, on);
  },
});
