import { useHand } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type { PollHand, PollSettings, PollState } from '../domain/index.ts';

const NOTHING: PollHand = { choice: [], reason: '', given: null };

export const usePoll = (phase: PhaseId): PhaseOf<PollSettings, PollState> =>
  usePhase<PollSettings, PollState>(phase);

export const usePollHand = (phase: PhaseId): PollHand => useHand(phase, NOTHING);
