import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useFollowing } from '@rondo/phases/parts';

export interface Following {
  /** The phase on this screen. */
  viewing: PhaseId;
  /** Where the facilitator leads. */
  lead: PhaseId;
  /** Looks at a phase; at the facilitator's, it follows again. */
  look: (phase: PhaseId) => void;
}

/**
 * Which phase this screen shows. It goes along with the facilitator, unless the person looks elsewhere
 * or is writing: nobody is pulled out of a sentence.
 */
export function useFollow(): Following {
  const lead = useView((view) => view.board.at);
  const [viewing, look] = useFollowing(lead);
  return { viewing, lead, look };
}
