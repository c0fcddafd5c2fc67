import { useMe, usePeople, useView } from '@rondo/live/react';
import type { ParticipantId, PhaseId } from '@rondo/meeting';

/** How many of those who are here have said that they are ready. The facilitator need not say so. */
export function useReadiness(phase: PhaseId): { ready: number; of: number } {
  const me = useMe();
  const people = usePeople();
  const marked = useView((view) => view.board.phases[phase]?.ready);
  const facilitator = useView((view) => view.board.facilitator);
  const inside = useView((view) => view.board.people);
  // The records' own keys are participant ids.
  const asked = [me, ...(Object.keys(people) as ParticipantId[])].filter(
    (id) => id !== facilitator && inside[id]?.state === 'in',
  );
  return { ready: asked.filter((id) => marked?.[id]).length, of: asked.length };
}
