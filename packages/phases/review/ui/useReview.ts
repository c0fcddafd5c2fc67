import { useHand, useLiveClient } from '@rondo/live/react';
import type { Command, PhaseId } from '@rondo/meeting';
import { useCallback } from 'react';
import { useExplain, usePhase, type PhaseOf } from '../../parts/index.ts';
import type { ReviewHand, ReviewSettings, ReviewState } from '../domain/index.ts';

const NOTHING: ReviewHand = { helped: {} };

export const useReview = (phase: PhaseId): PhaseOf<ReviewSettings, ReviewState> =>
  usePhase<ReviewSettings, ReviewState>(phase);

/** What I have said about whether tasks have helped; only I see it. */
export const useMyAnswers = (phase: PhaseId): Record<string, boolean> =>
  useHand(phase, NOTHING).helped;

/** Carries out, and says why where it was not. */
export function useAct(phase: PhaseId) {
  const { send } = useLiveClient();
  const explain = useExplain();
  return useCallback(
    <Args>(command: Command<Args>, args: Args): void => {
      void send(phase, command, args).then((answer) => {
        if (answer !== 'done') explain(answer);
      });
    },
    [send, explain, phase],
  );
}
