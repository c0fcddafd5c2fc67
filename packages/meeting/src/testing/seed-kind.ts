import * as z from 'zod/mini';
import { layCard, liftCard } from '../cards.ts';
import type { CardId, GroupId } from '../ids.ts';
import { outline, phaseKind } from '../phase-kind.ts';
import { id } from '../text.ts';

const { serverCommand, define } = phaseKind<object, object, object>(
  outline('seed', 'Seed', { gives: ['cards', 'topics'] }),
);

/** A kind for tests of other kinds: it lays cards on the board and takes them away, whoever asks. */
export const seedKind = define({
  settings: z.strictObject({}),
  state: () => ({}),
  hand: () => ({}),
  commands: [
    serverCommand('lay', {
      during: ['open', 'done', 'ahead'],
      args: z.object({ card: id<CardId>(), group: id<GroupId>(), text: z.string() }),
      run: ({ board, phaseId }, { card, group, text }) =>
        layCard(board, card, { text, phase: phaseId, prompt: 'any', group }),
    }),
    serverCommand('lift', {
      during: ['open', 'done', 'ahead'],
      args: z.object({ card: id<CardId>() }),
      run: ({ board }, { card }) => liftCard(board, card),
    }),
  ],
});
