import { sorted, type PhaseKind, type ServerAt } from '@rondo/meeting';
import { group } from './index.ts';
import type { GroupSettings } from './settings.ts';
import { suggestTitle } from './similarity.ts';
import type { GroupHand, GroupState } from './state.ts';

/**
 * The kind as the server runs it: when grouping closes, every group without a title keeps the one
 * that its cards suggest, so that later phases and the outcome name topics alike. The word lists
 * behind that stay out of the browser's way to the first card.
 */
export const groupOnServer: PhaseKind = {
  ...group,
  close: (at: ServerAt<GroupSettings, GroupState, GroupHand>) => {
    const { board, state } = at;
    for (const [id, each] of sorted(board.groups)) {
      if (each.title !== null || each.cards.length < 2) continue;
      const title = suggestTitle(each.cards.map((card) => board.cards[card]?.text ?? ''));
      if (title === '') continue;
      each.title = title;
      state.suggested[id] = title;
    }
    group.close?.(at as never);
  },
};
