import { ensure, id, need, type CardId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, WHENEVER } from './kind.ts';
import { REACTIONS, type CommentId, type Reaction } from './state.ts';

// `Object.keys` forgets that these are exactly the reactions.
const reaction = z.enum(Object.keys(REACTIONS) as [Reaction, ...Reaction[]]);

/** A sign on a comment or card, by name; `on: false` takes it away. */
export const react = command('react', {
  during: WHENEVER,
  args: z.object({
    target: z.union([z.object({ comment: id<CommentId>() }), z.object({ card: id<CardId>() })]),
    reaction,
    on: z.boolean(),
  }),
  run: ({ board, state, phase, me }, { target, reaction, on }) => {
    ensure(phase.begun, 'not-open');
    const at = 'comment' in target ? target.comment : target.card;
    if ('comment' in target) ensure(state.comments[target.comment]?.deleted === false, 'not-found');
    else need(board.cards[target.card], 'not-found');
    if (on) {
      // Each read again after it was written: only then it is a draft.
      state.reactions[at] ??= {};
      state.reactions[at][reaction] ??= {};
      state.reactions[at][reaction][me] = true;
      return;
    }
    const all = state.reactions[at];
    const people = all?.[reaction];
    if (!all || !people) return;
    delete people[me];
    if (Object.keys(people).length === 0) delete all[reaction];
    if (Object.keys(all).length === 0) delete state.reactions[at];
  },
});
