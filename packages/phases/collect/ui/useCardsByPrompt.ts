import { useView } from '@rondo/live/react';
import { sorted, type Board, type CardId, type PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';

/** The cards of a phase that lie open, by prompt, in the order of the board. */
export function useCardsByPrompt(phase: PhaseId): ReadonlyMap<string, readonly CardId[]> {
  const groups = useView((view) => view.board.groups);
  const cards = useView((view) => view.board.cards);
  return useMemo(() => cardsByPrompt(groups, cards, phase), [groups, cards, phase]);
}

function cardsByPrompt(
  groups: Board['groups'],
  cards: Board['cards'],
  phase: PhaseId,
): Map<string, CardId[]> {
  const byPrompt = new Map<string, CardId[]>();
  for (const [, group] of sorted(groups)) {
    for (const id of group.cards) {
      const card = cards[id];
      if (card?.phase !== phase) continue;
      const column = byPrompt.get(card.prompt);
      if (column) column.push(id);
      else byPrompt.set(card.prompt, [id]);
    }
  }
  return byPrompt;
}
