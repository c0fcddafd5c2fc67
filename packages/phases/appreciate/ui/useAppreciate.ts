import { useHand, useMe } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type {
  AppreciateHand,
  AppreciateSettings,
  AppreciateState,
  Kudos,
  KudosId,
} from '../domain/index.ts';

const NOTHING: AppreciateHand = { wrapped: {}, mine: {} };

export const useAppreciate = (phase: PhaseId): PhaseOf<AppreciateSettings, AppreciateState> =>
  usePhase<AppreciateSettings, AppreciateState>(phase);

export const useAppreciateHand = (phase: PhaseId): AppreciateHand => useHand(phase, NOTHING);

/** Whether a kudos on the board is one's own; of one without a name only the hand knows. */
export function useIsMine(phase: PhaseId, id: KudosId, kudos: Kudos): boolean {
  const me = useMe();
  return useAppreciateHand(phase).mine[id] === true || kudos.by === me;
}
