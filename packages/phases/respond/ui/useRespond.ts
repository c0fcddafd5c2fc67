import { useHand, useMe } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import {
  nothingShown,
  ownAnswers,
  type RespondHand,
  type RespondSettings,
  type RespondState,
  type Shown,
} from '../domain/index.ts';

const NOTHING: RespondHand = { drafts: {}, mine: {}, gave: false, shown: null };
const NONE = nothingShown();

export const useRespond = (phase: PhaseId): PhaseOf<RespondSettings, RespondState> =>
  usePhase<RespondSettings, RespondState>(phase);

export const useRespondHand = (phase: PhaseId): RespondHand => useHand(phase, NOTHING);

/** What I may see of answers, on the board or in my hand. */
export function useShown(phase: PhaseId): Shown {
  const { state } = useRespond(phase);
  const { shown } = useRespondHand(phase);
  return state.revealed ? state.shown : (shown ?? NONE);
}

/** My own answers, by prompt. */
export function useOwn(phase: PhaseId): ReturnType<typeof ownAnswers> {
  const me = useMe();
  const { state } = useRespond(phase);
  const hand = useRespondHand(phase);
  return useMemo(() => ownAnswers(state, hand, me), [state, hand, me]);
}

/** Whether I see only my own answers so far. */
export function useIsHidden(phase: PhaseId): boolean {
  const { settings, state } = useRespond(phase);
  const { shown } = useRespondHand(phase);
  return !state.revealed && (settings.visible === 'at-close' || shown === null);
}
