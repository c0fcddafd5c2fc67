import {
  ensure,
  id,
  keysOf,
  MOST_CARDS,
  need,
  orderAfterAll,
  text,
  type CardId,
  type GroupId,
  type ParticipantId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import type { BreakoutHand, BreakoutState, RoomCard } from './state.ts';

/** The longest card, in visible characters. */
export const LONGEST_CARD = 2_000;
/** The longest title of a group, in visible characters. */
export const LONGEST_TITLE = 120;

/** Lays a card into one's own room. */
export const addCard = command('addCard', {
  args: z.object({
    id: id<CardId>(),
    group: id<GroupId>(),
    prompt: z.string(),
    text: text(LONGEST_CARD),
  }),
  run: ({ board, settings, state, hand, me }, { id: card, group, prompt, text }) => {
    const room = need(state.seats[me], 'not-allowed');
    ensure(
      settings.prompts.some((each) => each.id === prompt),
      'not-found',
    );
    ensure(state.cards[card] === undefined && state.groups[group] === undefined, 'exists');
    // Counted now, because bringing all together must never fail.
    ensure(board.cards[card] === undefined && board.groups[group] === undefined, 'exists');
    ensure(keysOf(board.cards).length + keysOf(state.cards).length < MOST_CARDS, 'full');
    const plain: RoomCard = { text, prompt, group };
    state.cards[card] = settings.anonymous ? plain : { ...plain, by: me };
    state.groups[group] = { room, title: null, cards: [card], order: orderAfterAll(state.groups) };
    hand.mine[card] = true;
  },
});

/** One's own card in the room. After the rooms have come together it is a card of the board. */
function own(state: BreakoutState, hand: BreakoutHand, card: CardId, me: ParticipantId): RoomCard {
  const found = need(state.cards[card], 'not-found');
  ensure(hand.mine[card] === true || found.by === me, 'not-yours');
  return found;
}

export const editCard = command('editCard', {
  args: z.object({ id: id<CardId>(), text: text(LONGEST_CARD) }),
  run: ({ state, hand, me }, { id: card, text }) => {
    own(state, hand, card, me).text = text;
  },
});

export const deleteCard = command('deleteCard', {
  args: z.object({ id: id<CardId>() }),
  run: ({ state, hand, me }, { id: card }) => {
    const { group } = own(state, hand, card, me);
    leave(state, card, group);
    delete state.cards[card];
    delete hand.mine[card];
  },
});

function leave(state: BreakoutState, card: CardId, from: GroupId): void {
  const group = need(state.groups[from], 'not-found');
  const rest = group.cards.filter((each) => each !== card);
  if (rest.length === 0) delete state.groups[from];
  else group.cards = rest;
}

/** Whoever sits in a room groups its cards. */
function ensureSeated(state: BreakoutState, group: GroupId, me: ParticipantId): void {
  ensure(need(state.groups[group], 'not-found').room === state.seats[me], 'not-allowed');
}

/** Puts a card into another group of the same room. */
export const placeCard = command('placeCard', {
  args: z.object({ card: id<CardId>(), into: id<GroupId>() }),
  run: ({ state, me }, { card, into }) => {
    const found = need(state.cards[card], 'not-found');
    const from = found.group;
    ensureSeated(state, from, me);
    const target = need(state.groups[into], 'not-found');
    ensure(target.room === state.groups[from]?.room, 'not-allowed');
    if (from === into) return;
    leave(state, card, from);
    target.cards = [...target.cards, card];
    found.group = into;
  },
});

/** Takes a card out into a group of its own. */
export const splitCard = command('splitCard', {
  args: z.object({ card: id<CardId>(), into: id<GroupId>() }),
  run: ({ board, state, me }, { card, into }) => {
    const found = need(state.cards[card], 'not-found');
    const from = found.group;
    ensureSeated(state, from, me);
    ensure(state.groups[into] === undefined && board.groups[into] === undefined, 'exists');
    const group = need(state.groups[from], 'not-found');
    if (group.cards.length === 1) return;
    leave(state, card, from);
    const { room } = group;
    state.groups[into] = { room, title: null, cards: [card], order: orderAfterAll(state.groups) };
    found.group = into;
  },
});

/** Null: the group is called after its first card again. */
export const setTitle = command('setTitle', {
  args: z.object({ group: id<GroupId>(), title: z.nullable(text(LONGEST_TITLE)) }),
  run: ({ state, me }, { group, title }) => {
    ensureSeated(state, group, me);
    need(state.groups[group], 'not-found').title = title;
  },
});
