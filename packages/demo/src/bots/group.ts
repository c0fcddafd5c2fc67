import type { Board, CardId } from '@rondo/meeting';
import type { Bot } from '../teammate.ts';

const wordsOf = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);

/** Puts two cards together that share a long word, as a person would at first sight. */
export const groupBot: Bot = ({ view: { board }, luck }) => {
  const alone = Object.entries(board.groups).filter(([, group]) => group.cards.length === 1);
  const card = luck.pick(alone)?.[1].cards[0];
  const other = card && alike(board, card);
  const into = other && board.cards[other]?.group;
  if (!card || !into) return null;
  return { name: 'placeCard', args: { step: luck.id<'step'>(), card, into, beside: other } };
};

function alike(board: Board, card: CardId): CardId | undefined {
  const words = wordsOf(board.cards[card]?.text ?? '');
  // The record's own keys are card ids.
  return (Object.keys(board.cards) as CardId[]).find((other) => {
    const found = board.cards[other];
    if (!found || found.group === board.cards[card]?.group) return false;
    return [...wordsOf(found.text)].some((word) => words.has(word));
  });
}
