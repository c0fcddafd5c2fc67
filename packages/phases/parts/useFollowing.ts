import { useEffect, useRef, useState } from 'react';

/** Somebody in the middle of a sentence: the field they are in is not empty. */
function isWriting(): boolean {
  const at = document.activeElement;
  return (
    (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) &&
    at.value.trim() !== ''
  );
}

/**
 * What this screen shows of what somebody else leads through: it goes along, unless the person looks
 * elsewhere or is writing. Nobody is pulled out of a sentence.
 * @param lead where the meeting is; null: nowhere yet
 * @returns what to show, and how to look elsewhere; looking at `lead` follows again
 */
export function useFollowing<T>(lead: T): [viewing: T, look: (at: T) => void] {
  const [viewing, setViewing] = useState(lead);
  const before = useRef(lead);
  useEffect(() => {
    const followed = viewing === before.current || viewing === null;
    before.current = lead;
    if (followed && lead !== null && !isWriting()) setViewing(lead);
  }, [lead, viewing]);
  return [viewing, setViewing];
}
