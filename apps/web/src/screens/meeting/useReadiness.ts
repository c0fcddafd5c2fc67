import { usePeople, useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';

/** How many of the others who are here have said that they are ready. The facilitator need not say so. */
export function useReadiness(phase: PhaseId): { ready: number; of: number } {
  const people = usePeople();
  const marked = useView((view) => view.board.phases[phase]?.ready);
  const facilitator = useView((view) => view.board.facilitator);
  const inside = useView((view) => view.board.people);
  // The records' own keys are participant ids.
  const others = (Object.keys(people) as (keyof typeof people)[]).filter(
    (id) => id !== facilitator && inside[id]?.state === 'in',
  );
  return { ready: others.filter((id) => marked?.[id]).length, of: others.length };
}
