import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf, type ScaleWords } from '../../parts/index.ts';
import type { RateHand, RateSettings, RateState } from '../domain/index.ts';

const NOTHING: RateHand = { answers: {}, comments: {}, handedIn: false, shown: false, counted: {} };

export const useRate = (phase: PhaseId): PhaseOf<RateSettings, RateState> =>
  usePhase<RateSettings, RateState>(phase);

export const useRateHand = (phase: PhaseId): RateHand => useHand(phase, NOTHING);

/** The scale of a phase, as its chart wants it. */
export const scaleWords = ({ scale, score }: RateSettings): ScaleWords => ({
  low: scale.low,
  high: scale.high,
  from: scale.from,
  points: scale.names,
  score,
});
