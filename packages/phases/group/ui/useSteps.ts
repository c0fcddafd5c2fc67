import { useMe } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type { GroupSettings, GroupState, Step, StepId } from '../domain/index.ts';

export interface KnownStep {
  id: StepId;
  step: Step;
}

export const useGroup = (phase: PhaseId): PhaseOf<GroupSettings, GroupState> =>
  usePhase<GroupSettings, GroupState>(phase);

/** The steps that are kept, the latest first. */
export function useLatestSteps(phase: PhaseId): readonly KnownStep[] {
  const { steps } = useGroup(phase).state;
  return useMemo(
    () =>
      // The record's own keys are ids of steps.
      (Object.entries(steps) as [StepId, Step][])
        .map(([id, step]) => ({ id, step }))
        .sort((a, b) => b.step.n - a.step.n),
    [steps],
  );
}

/** What the undo button and its key take back: one's own last step, else the last one at all. */
export function useUndoable(steps: readonly KnownStep[]): KnownStep | undefined {
  const me = useMe();
  return steps.find(({ step }) => step.by === me) ?? steps[0];
}
