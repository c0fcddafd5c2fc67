import type { Board, Card } from './document.ts';
import type { CardId, GroupId } from './ids.ts';
import { orderAfterAll } from './order.ts';
import { keysOf } from './patch/record.ts';
import { ensure, need } from './refusal.ts';

/** The most cards one meeting may hold. */
export const MOST_CARDS = 2_000;

/** Puts a card on the board, alone in a new group at the end. */
export function layCard(board: Board, id: CardId, card: Card): void {
  ensure(board.cards[id] === undefined && board.groups[card.group] === undefined, 'exists');
  ensure(keysOf(board.cards).length < MOST_CARDS, 'full');
  board.cards[id] = card;
  board.groups[card.group] = { title: null, cards: [id], order: orderAfterAll(board.groups) };
}

/** Takes a card off the board; its group goes with its last card. */
export function liftCard(board: Board, id: CardId): void {
  const card = need(board.cards[id], 'not-found');
  leaveGroup(board, id, card.group);
  delete board.cards[id];
}

/** Moves a card to a place in another group that exists (default: last); the old group goes with its last card. */
export function moveCard(board: Board, id: CardId, to: GroupId, at = Infinity): void {
  const card = need(board.cards[id], 'not-found');
  const target = need(board.groups[to], 'not-found');
  if (card.group === to) return;
  leaveGroup(board, id, card.group);
  card.group = to;
  target.cards = [...target.cards.slice(0, at), id, ...target.cards.slice(at)];
}

/** Moves a card out into a new group of its own with the given order. */
export function splitCard(board: Board, id: CardId, to: GroupId, order: string): void {
  ensure(board.groups[to] === undefined, 'exists');
  board.groups[to] = { title: null, cards: [], order };
  moveCard(board, id, to);
}

function leaveGroup(board: Board, id: CardId, from: GroupId): void {
  const group = board.groups[from];
  if (!group) return;
  const rest = group.cards.filter((each) => each !== id);
  if (rest.length === 0) delete board.groups[from];
  else group.cards = rest;
}
