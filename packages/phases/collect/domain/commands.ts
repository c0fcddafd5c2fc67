import {
  ensure,
  id,
  keysOf,
  layCard,
  liftCard,
  MOST_CARDS,
  need,
  phaseKind,
  text,
  type Board,
  type Card,
  type CardId,
  type GroupId,
  type PhaseId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { collectOutline } from '../outline.ts';
import type { CollectSettings } from './settings.ts';
import type { CollectHand, CollectState } from './state.ts';

export const LONGEST_CARD = 2_000;
const MOST_HELD = 100;

export const { command, serverCommand, define } = phaseKind<
  CollectSettings,
  CollectState,
  CollectHand
>(collectOutline);

const cardText = text(LONGEST_CARD);

/** How many cards lie face down in all phases that collect. */
const faceDown = (board: Board): number =>
  Object.values(board.phases)
    .flatMap(({ state }) => Object.values((state as Partial<CollectState>).faceDown ?? {}))
    // Other kinds have no `faceDown`.
    .reduce((sum, count) => sum + count, 0);

/** Into the hand while the phase is open; straight to the board for those who think of something later. */
export const addCard = command('addCard', {
  during: ['open', 'done'],
  args: z.object({ id: id<CardId>(), group: id<GroupId>(), prompt: z.string(), text: cardText }),
  run: ({ board, phase, phaseId, settings, state, hand, me }, args) => {
    ensure(!board.sealed, 'sealed');
    ensure(
      settings.prompts.some((prompt) => prompt.id === args.prompt),
      'not-found',
    );
    ensure(hand.held[args.id] === undefined && hand.mine[args.id] === undefined, 'exists');
    if (phase.status === 'open') {
      ensure(board.cards[args.id] === undefined, 'exists');
      ensure(Object.keys(hand.held).length < MOST_HELD, 'full');
      // Counted now, because the reveal must never fail.
      ensure(keysOf(board.cards).length + faceDown(board) < MOST_CARDS, 'full');
      hand.held[args.id] = { text: args.text, prompt: args.prompt };
      state.faceDown[args.prompt] = (state.faceDown[args.prompt] ?? 0) + 1;
      return;
    }
    const card: Card = { text: args.text, phase: phaseId, prompt: args.prompt, group: args.group };
    layCard(board, args.id, settings.anonymous ? card : { ...card, by: me });
    hand.mine[args.id] = true;
  },
});

/** A card that this phase has laid on the board: those of other phases follow rules of their own. */
function onBoard(board: Board, phaseId: PhaseId, id: CardId): Card {
  const card = need(board.cards[id], 'not-found');
  ensure(card.phase === phaseId, 'not-found');
  return card;
}

export const editCard = command('editCard', {
  during: ['open', 'done', 'ahead'],
  args: z.object({ id: id<CardId>(), text: cardText }),
  run: ({ board, phaseId, hand, me }, args) => {
    ensure(!board.sealed, 'sealed');
    const held = hand.held[args.id];
    if (held) {
      held.text = args.text;
      return;
    }
    const card = onBoard(board, phaseId, args.id);
    ensure(hand.mine[args.id] === true || card.by === me, 'not-yours');
    card.text = args.text;
  },
});

export const deleteCard = command('deleteCard', {
  during: ['open', 'done', 'ahead'],
  args: z.object({ id: id<CardId>() }),
  run: ({ board, phaseId, state, hand, me }, args) => {
    ensure(!board.sealed, 'sealed');
    const held = hand.held[args.id];
    if (held) {
      state.faceDown[held.prompt] = (state.faceDown[held.prompt] ?? 1) - 1;
      delete hand.held[args.id];
      return;
    }
    const card = onBoard(board, phaseId, args.id);
    ensure(hand.mine[args.id] === true || card.by === me, 'not-yours');
    liftCard(board, args.id);
    delete hand.mine[args.id];
  },
});

/** Another prompt for a card that is still in the hand. */
export const movePrompt = command('movePrompt', {
  args: z.object({ id: id<CardId>(), prompt: z.string() }),
  run: ({ settings, state, hand }, args) => {
    const held = need(hand.held[args.id], 'not-found');
    ensure(
      settings.prompts.some((prompt) => prompt.id === args.prompt),
      'not-found',
    );
    state.faceDown[held.prompt] = (state.faceDown[held.prompt] ?? 1) - 1;
    state.faceDown[args.prompt] = (state.faceDown[args.prompt] ?? 0) + 1;
    held.prompt = args.prompt;
  },
});

/** Anonymity can be granted at any time, but taken away only while nobody has written. */
export const setAnonymous = serverCommand('setAnonymous', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({ anonymous: z.boolean() }),
  run: ({ board, phaseId, settings, hands }, { anonymous }) => {
    if (!anonymous) {
      const written = hands().some(
        ([, hand]) => Object.keys(hand.held).length + Object.keys(hand.mine).length > 0,
      );
      ensure(!written, 'stale');
    }
    settings.anonymous = anonymous;
    if (!anonymous) return;
    for (const card of Object.values(board.cards)) if (card.phase === phaseId) delete card.by;
  },
});
