import type { GroupId } from '@rondo/meeting';

export interface VoteState {
  /** How many people have given all they can; never who, never what for. */
  finished: number;
  /** The hands of an earlier sitting are burnt; what they gave stays on the topics and is added to. */
  kept: boolean;
}

export interface VoteHand {
  /** Votes by topic; none is no entry. */
  votes: Record<GroupId, number>;
}
