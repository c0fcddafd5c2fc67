import { layCard, moveCard, sorted, type Card, type ServerAt } from '@rondo/meeting';
import type { BreakoutSettings } from './settings.ts';
import type { BreakoutHand, BreakoutState } from './state.ts';

type At = ServerAt<BreakoutSettings, BreakoutState, BreakoutHand>;

/** What all rooms have made comes onto the shared board, as they have grouped it. */
export function merge({ board, phaseId, state, world }: At): void {
  for (const [wanted, group] of sorted(state.groups)) {
    // Others may have made the same id meanwhile, by a copied or forged client: nothing may get lost.
    const into = board.groups[wanted] === undefined ? wanted : world.id<'group'>();
    group.cards.forEach((asked, index) => {
      const from = state.cards[asked];
      if (!from) return;
      const id = board.cards[asked] === undefined ? asked : world.id<'card'>();
      const first = index === 0;
      const card: Card = {
        text: from.text,
        phase: phaseId,
        prompt: from.prompt,
        group: first ? into : world.id<'group'>(),
        ...(from.by !== undefined && { by: from.by }),
      };
      layCard(board, id, card);
      if (!first) moveCard(board, id, into);
    });
    const merged = board.groups[into];
    if (merged && group.title !== null) merged.title = group.title;
  }
  state.cards = {};
  state.groups = {};
}
