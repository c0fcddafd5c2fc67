import { useHand, useView } from '@rondo/live/react';
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

/**
 * Whether a card on the board is one's own; in an anonymous phase only the hand knows. Asks for that
 * alone: with the whole hand, each card one adds would draw all the others again (7 ms for 400).
 */
export const useIsMine = (phase: PhaseId, card: CardId): boolean =>
  useView(({ board, hand }, me) => {
    // The screen of this kind knows what the kind keeps in a hand.
    const { mine } = (hand.phases[phase] as CollectHand | undefined) ?? NOTHING;
    return mine[card] === true || board.cards[card]?.by === me;
  });
