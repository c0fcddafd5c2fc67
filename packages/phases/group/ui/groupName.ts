import { markdownText } from '@rondo/design';
import { sameItems, useView } from '@rondo/live/react';
import type { Board, CardId, GroupId } from '@rondo/meeting';
import { useDeferredValue, useMemo } from 'react';
import { similarityNow, useSimilarity } from './useSimilarity.ts';

/** Longer names are cut, so that a sentence with two of them can still be heard. */
const LONGEST = 60;

export function cut(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST
    ? text
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** How a card begins, in plain text. */
export const cardName = (board: Board, card: CardId): string => begins(board.cards[card]?.text);

/** The title that people see: given by somebody, suggested, or the words of the first card. */
export function groupName(board: Board, id: GroupId): string {
  const group = board.groups[id];
  return group ? nameOf(group.title, textsOf(board, id), similarityNow()) : '';
}

/** The same, kept up to date: what its cards suggest a moment behind the cards, as it takes a millisecond to find. */
export function useGroupName(id: GroupId): string {
  const title = useView((view) => view.board.groups[id]?.title ?? null);
  const texts = useDeferredValue(useView((view) => textsOf(view.board, id), sameItems));
  const similarity = useSimilarity(title === null && texts.length > 1);
  return useMemo(() => nameOf(title, texts, similarity), [title, texts, similarity]);
}

function nameOf(
  title: string | null,
  texts: readonly string[],
  similarity: ReturnType<typeof similarityNow>,
): string {
  if (title !== null) return title;
  return similarity && texts.length > 1 ? suggested(texts, similarity) : begins(texts[0]);
}

/** Several places on a screen name the same group, and each time the board changes. */
const known = new Map<string, string>();
const MOST_KNOWN = 500;

function suggested(
  texts: readonly string[],
  { suggestTitle }: NonNullable<ReturnType<typeof similarityNow>>,
): string {
  const key = texts.join('\0');
  let title = known.get(key);
  if (title === undefined) {
    title = suggestTitle(texts);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, title);
  }
  return title;
}

const textsOf = (board: Board, id: GroupId): string[] =>
  board.groups[id]?.cards.map((card) => board.cards[card]?.text ?? '') ?? [];

const begins = (text = ''): string => cut(markdownText(text).replaceAll(/\s+/gu, ' '));
