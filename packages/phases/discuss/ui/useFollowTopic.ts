import type { GroupId } from '@rondo/meeting';
import { useEffect, useRef, useState } from 'react';

export interface FollowingTopic {
  /** The topic on this screen; null: none. */
  viewing: GroupId | null;
  /** The one that everybody talks about. */
  current: GroupId | null;
  /** Looks at a topic; at the current one, it follows again. */
  look: (topic: GroupId) => void;
}

/** Somebody in the middle of a sentence is not pulled out of it. */
function isWriting(): boolean {
  const at = document.activeElement;
  return (
    (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) &&
    at.value.trim() !== ''
  );
}

/** Which topic this screen shows: the facilitator's, unless the person reads another or is writing. */
export function useFollowTopic(
  current: GroupId | null,
  isThere: (topic: GroupId) => boolean,
): FollowingTopic {
  const [chosen, setChosen] = useState(current);
  const before = useRef(current);
  useEffect(() => {
    const followed = chosen === before.current || chosen === null;
    before.current = current;
    if (followed && current !== null && !isWriting()) setChosen(current);
  }, [current, chosen]);
  const viewing = chosen !== null && isThere(chosen) ? chosen : current;
  return { viewing, current, look: setChosen };
}
