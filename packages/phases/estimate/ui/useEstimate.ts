import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type {
  EstimateHand,
  EstimateSettings,
  EstimateState,
  Place,
  StoryId,
} from '../domain/index.ts';

const NOTHING: EstimateHand = { picks: {} };

export const useEstimate = (phase: PhaseId): PhaseOf<EstimateSettings, EstimateState> =>
  usePhase<EstimateSettings, EstimateState>(phase);

export const useEstimateHand = (phase: PhaseId): EstimateHand => useHand(phase, NOTHING);

/** A place as one word, to compare and to remember. Neither part can hold a slash. */
export const keyOf = (place: Place | null): string | null =>
  place === null ? null : `${place.story}/${place.dimension}`;

export function placeOf(key: string | null): Place | null {
  const [story, dimension] = (key ?? '').split('/');
  // Written by `keyOf`.
  return story && dimension ? { story: story as StoryId, dimension } : null;
}

/** Everybody is led from ballot to ballot; else each goes through the stories alone. */
export const isWalking = (settings: EstimateSettings, state: EstimateState): boolean =>
  settings.way === 'together' || state.opened;

/** The element in which the cards lie once they were turned over. */
export const resultId = (phase: PhaseId): string => `cards-of-${phase}`;
