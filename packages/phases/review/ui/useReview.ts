import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { type PhaseOf, usePhase } from '../../parts/index.ts';
import type { ReviewHand, ReviewSettings, ReviewState } from '../domain/index.ts';

const NOTHING: ReviewHand = { helped: {} };

export const useReview = (phase: PhaseId): PhaseOf<ReviewSettings, ReviewState> =>
  usePhase<ReviewSettings, ReviewState>(phase);

/** What I have said about whether tasks have helped; only I see it. */
export const useMyAnswers = (phase: PhaseId): Record<string, boolean> =>
  useHand(phase, NOTHING).helped;
