import { sorted, visibleLength, type Board, type CardId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { LONGEST_ITEM, LONGEST_NOTE, type AgendaState, type Item } from './state.ts';

/** An item and what else is to be said about it. */
export interface ItemWords {
  text: string;
  note: string;
}

/** Both as one text, as a card has it: the first line is the item. */
export const joined = ({ text, note }: ItemWords): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return note.trim() === '' ? line : `${line}\n${note.trim()}`;
};

export function taken(words: string): ItemWords {
  const end = words.indexOf('\n');
  return end < 0
    ? { text: words, note: '' }
    : { text: words.slice(0, end).trim(), note: words.slice(end + 1).trim() };
}

const fits = (value: string): boolean => {
  const { text, note } = taken(value.trim());
  return visibleLength(text) <= LONGEST_ITEM && visibleLength(note) <= LONGEST_NOTE;
};

/** An item with its note as one text: trimmed, not empty, neither part longer than allowed. */
export const itemText = z.string().check(
  // A cheap bound first, so that a huge text is not walked character by character.
  z.refine((value) => value.length <= (LONGEST_ITEM + LONGEST_NOTE) * 4, 'too-long'),
  z.trim(),
  z.minLength(1),
  z.refine(fits, 'too-long'),
);

export interface ListedItem extends ItemWords {
  id: CardId;
  item: Item;
}

/** The agenda in its order. An item whose card is gone is gone. */
export const listed = (board: Board, state: AgendaState): ListedItem[] =>
  sorted(state.items).flatMap(([id, item]) => {
    const words = item.text ?? board.cards[id]?.text;
    return words === undefined ? [] : [{ id, item, ...taken(words) }];
  });
