import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type { WrapUpHand, WrapUpSettings, WrapUpState } from '../domain/index.ts';

const NOTHING: WrapUpHand = { rating: null };

export const useWrapUp = (phase: PhaseId): PhaseOf<WrapUpSettings, WrapUpState> =>
  usePhase<WrapUpSettings, WrapUpState>(phase);

export const useRating = (phase: PhaseId): number | null => useHand(phase, NOTHING).rating;
