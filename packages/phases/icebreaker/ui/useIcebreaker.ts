import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type { IcebreakerHand, IcebreakerSettings, IcebreakerState } from '../domain/index.ts';

const NOTHING: IcebreakerHand = { answer: null };

export const useIcebreaker = (phase: PhaseId): PhaseOf<IcebreakerSettings, IcebreakerState> =>
  usePhase<IcebreakerSettings, IcebreakerState>(phase);

export const useIcebreakerHand = (phase: PhaseId): IcebreakerHand => useHand(phase, NOTHING);
