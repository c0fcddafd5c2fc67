import { useView } from '@rondo/live/react';
import { promptOf, type Board, type Card, type CardId, type Prompt } from '@rondo/meeting';

export interface CardLook {
  /** Undefined: somebody has taken it away. */
  card: Card | undefined;
  prompt: Prompt | undefined;
  /** Undefined where the phase was without names. */
  author: string | undefined;
}

/** All that a card on the board shows. */
export const useCardLook = (id: CardId): CardLook =>
  useView(({ board }) => cardLook(board, id), isSameLook);

/** Asked for at once: hundreds of cards ask at every change. */
export function cardLook(board: Board, id: CardId): CardLook {
  const card = board.cards[id];
  return {
    card,
    prompt: card && promptOf(board, card),
    author: card?.by && board.people[card.by]?.name,
  };
}

export const isSameLook = (a: CardLook, b: CardLook): boolean =>
  a.card === b.card && a.prompt === b.prompt && a.author === b.author;
