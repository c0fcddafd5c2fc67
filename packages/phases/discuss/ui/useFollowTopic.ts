import type { GroupId } from '@rondo/meeting';
import { useFollowing } from '../../parts/index.ts';

export interface FollowingTopic {
  /** The topic on this screen; null: none. */
  viewing: GroupId | null;
  /** The one that everybody talks about. */
  current: GroupId | null;
  /** Looks at a topic; at the current one, it follows again. */
  look: (topic: GroupId) => void;
}

/** Which topic this screen shows: the facilitator's, unless the person reads another or is writing. */
export function useFollowTopic(
  current: GroupId | null,
  isThere: (topic: GroupId) => boolean,
): FollowingTopic {
  const [chosen, look] = useFollowing(current);
  const viewing = chosen !== null && isThere(chosen) ? chosen : current;
  return { viewing, current, look };
}
