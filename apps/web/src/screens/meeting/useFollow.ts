import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useEffect, useRef, useState } from 'react';

export interface Following {
  /** The phase on this screen. */
  viewing: PhaseId;
  /** Where the facilitator leads. */
  lead: PhaseId;
  /** Looks at a phase; at the facilitator's, it follows again. */
  look: (phase: PhaseId) => void;
}

/** Somebody in the middle of a sentence: the field they are in is not empty. */
function isWriting(): boolean {
  const at = document.activeElement;
  return (
    (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) &&
    at.value.trim() !== ''
  );
}

/**
 * Which phase this screen shows. It goes along with the facilitator, unless the person looks elsewhere
 * or is writing: nobody is pulled out of a sentence.
 */
export function useFollow(): Following {
  const lead = useView((view) => view.board.at);
  const [viewing, setViewing] = useState(lead);
  const before = useRef(lead);
  useEffect(() => {
    const followed = viewing === before.current;
    before.current = lead;
    if (followed && !isWriting()) setViewing(lead);
  }, [lead, viewing]);
  return { viewing, lead, look: setViewing };
}
