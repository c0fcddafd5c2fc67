import type { PhaseId } from '@rondo/meeting';
import { useEffect, useState } from 'react';
import { useDraft } from '../../parts/index.ts';

/** Which of these have come since the last visit on this device, or while this one lasts. */
export function useSeen(phase: PhaseId, ids: readonly string[]): (id: string) => boolean {
  const { text: stored, write: store } = useDraft(phase, 'seen');
  // On the first visit everything is new, so nothing is.
  const [before] = useState(() => new Set(stored === '' ? ids : stored.split(' ')));
  const now = ids.toSorted().join(' ');
  useEffect(() => {
    if (now !== '') store(now);
  }, [now, store]);
  return (id) => !before.has(id);
}
