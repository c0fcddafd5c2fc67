import { useLingui } from '@lingui/react/macro';
import { announce, toast } from '@rondo/design';
import { useLiveClient, useView } from '@rondo/live/react';
import type { CardId } from '@rondo/meeting';
import { useMemo, useState } from 'react';
import type { BoardColumn } from './useColumns.ts';
import { loadSimilarity } from './useSimilarity.ts';

export interface Suggestion {
  title: string;
  cards: readonly CardId[];
}

export interface Suggesting {
  isThinking: boolean;
  /** Null: none have been asked for. */
  suggestions: readonly Suggestion[] | null;
  suggest: () => void;
  drop: (suggestion: Suggestion) => void;
  discard: () => void;
}

/**
 * Groups of cards that say much the same, found on this device when somebody asks. Only cards that
 * lie alone are taken: what people have put together stays.
 */
export function useSuggestions(columns: readonly BoardColumn[]): Suggesting {
  const { t } = useLingui();
  const { getState } = useLiveClient();
  const [found, setFound] = useState<readonly Suggestion[] | null>(null);
  const [isThinking, setThinking] = useState(false);
  const cards = useView((view) => view.board.cards);
  const groups = useView((view) => view.board.groups);

  async function suggest(): Promise<void> {
    setThinking(true);
    try {
      const { suggestGroups } = await loadSimilarity();
      const board = getState().view?.board;
      const loose = columns.flatMap((column) =>
        column.groups.flatMap((id) => {
          const group = board?.groups[id];
          const [only, more] = group?.cards ?? [];
          if (!only || more || group?.title !== null) return [];
          return [{ id: only, text: board?.cards[only]?.text ?? '' }];
        }),
      );
      const suggested = suggestGroups(loose).map(
        // The ids are those that went in.
        (each) => each as Suggestion,
      );
      setFound(suggested);
      if (suggested.length === 0) toast({ text: t`No cards found that say much the same.` });
      else announce(t`Suggestions are shown above the board.`);
    } catch {
      toast({ text: t`That needs a connection once. Try again in a moment.`, tone: 'warn' });
    } finally {
      setThinking(false);
    }
  }

  // What people have moved meanwhile is no longer suggested.
  const suggestions = useMemo(() => {
    const still = found?.flatMap(({ title, cards: all }) => {
      const left = all.filter((card) => {
        const group = groups[cards[card]?.group ?? ('' as never)];
        return group?.cards.length === 1 && group.title === null;
      });
      return left.length > 1 ? [{ title, cards: left }] : [];
    });
    return still && still.length > 0 ? still : null;
  }, [found, cards, groups]);

  return {
    isThinking,
    suggestions,
    suggest: () => void suggest(),
    drop: ({ cards: [first] }) =>
      setFound((all) => all?.filter((each) => !first || !each.cards.includes(first)) ?? null),
    discard: () => setFound(null),
  };
}
