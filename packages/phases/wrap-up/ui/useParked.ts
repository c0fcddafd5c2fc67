import { useView } from '@rondo/live/react';
import type { GroupId } from '@rondo/meeting';
import { useMemo } from 'react';

/** The topics that a discussion of this meeting has parked. */
export function useParked(): ReadonlySet<GroupId> {
  const phases = useView((view) => view.board.phases);
  return useMemo(() => {
    const parked = new Set<GroupId>();
    for (const { state } of Object.values(phases)) {
      // By convention topics that can be parked are kept so, whatever the kind of phase.
      const { topics = {} } = state as { topics?: Record<GroupId, { parked?: boolean }> };
      // The record's own keys are group ids.
      for (const id of Object.keys(topics) as GroupId[]) if (topics[id]?.parked) parked.add(id);
    }
    return parked;
  }, [phases]);
}
