import { useLive, useTell } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useCallback, useEffect, useRef } from 'react';

/** Without a key for so long, ms, nobody is writing any more. */
const PAUSE = 4_000;

/**
 * Tells others that I write, and where: `typing('start')`, and `typing(null)` when I stop. In an
 * anonymous phase they learn only that somebody does.
 */
export function useTyping(phase: PhaseId): (place: string | null) => void {
  const tell = useTell();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typing = useCallback(
    (place: string | null) => {
      clearTimeout(timer.current);
      tell(place === null ? { at: phase } : { at: phase, typing: place });
      if (place !== null) timer.current = setTimeout(() => tell({ at: phase }), PAUSE);
    },
    [tell, phase],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return typing;
}

/** Whether somebody else writes at that place of a phase. */
export const useSomebodyWrites = (phase: PhaseId, place: string): boolean =>
  useLive(
    ({ people, writing }) =>
      (writing[phase]?.includes(place) ?? false) ||
      Object.values(people).some((person) => person.at === phase && person.typing === place),
  );
