import { markdownText } from '@rondo/design';
import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, useWords, type PhaseOf } from '../../parts/index.ts';
import type { RankHand, RankItem, RankSettings, RankState } from '../domain/index.ts';

const NOTHING: RankHand = { order: [], spots: {} };

export const useRank = (phase: PhaseId): PhaseOf<RankSettings, RankState> =>
  usePhase<RankSettings, RankState>(phase);

export const useRankHand = (phase: PhaseId): RankHand => useHand(phase, NOTHING);

/** What an item is called; topics may be written with emphasis and links. */
export function useItemTitle(): (item: RankItem) => string {
  const words = useWords();
  return ({ title, topic }) => (topic ? markdownText(words(title)) : words(title));
}
