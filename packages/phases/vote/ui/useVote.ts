import { useHand, useView } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import { spent, type VoteHand, type VoteSettings, type VoteState } from '../domain/index.ts';

const NOTHING: VoteHand = { votes: {} };

export const useVote = (phase: PhaseId): PhaseOf<VoteSettings, VoteState> =>
  usePhase<VoteSettings, VoteState>(phase);

/** How many of my votes this topic has. */
export const useMyVotes = (phase: PhaseId, topic: GroupId): number =>
  useHand(phase, NOTHING).votes[topic] ?? 0;

/** How many votes I have given. */
export function useSpent(phase: PhaseId): number {
  const hand = useHand(phase, NOTHING);
  return useView(({ board }) => spent(board, hand));
}
