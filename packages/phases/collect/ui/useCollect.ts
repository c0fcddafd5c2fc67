import { useHand, useMe, useView } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type { CollectHand, CollectSettings, CollectState } from '../domain/index.ts';

const NOTHING: CollectHand = { held: {}, mine: {} };

export const useCollect = (phase: PhaseId): PhaseOf<CollectSettings, CollectState> =>
  usePhase<CollectSettings, CollectState>(phase);

export const useCollectHand = (phase: PhaseId): CollectHand => useHand(phase, NOTHING);

/** Where a new card would go: into the hand, straight to the board, or nowhere any more. */
export function useAdding(phase: PhaseId): 'hand' | 'board' | 'closed' {
  const status = useView((view) => view.board.phases[phase]?.status);
  const isSealed = useView((view) => view.board.sealed);
  if (isSealed || (status !== 'open' && status !== 'done')) return 'closed';
  return status === 'open' ? 'hand' : 'board';
}

/** Whether a card on the board is one's own; in an anonymous phase only the hand knows. */
export function useIsMine(phase: PhaseId, card: CardId): boolean {
  const me = useMe();
  const inHand = useCollectHand(phase).mine[card] === true;
  const isAuthor = useView((view) => view.board.cards[card]?.by === me);
  return inHand || isAuthor;
}
