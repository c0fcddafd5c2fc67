import { useLive, useTell } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';

/** Without a key for so long, ms, nobody is writing any more. */
const PAUSE = 4_000;

/**
 * Where this tab writes. What comes back about an anonymous phase names nobody, so only this tells
 * that it was oneself.
 */
let mine: string | null = null;
const listeners = new Set<() => void>();

function writeAt(place: string | null): void {
  if (place === mine) return;
  mine = place;
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const keyOf = (phase: PhaseId, place: string): string => `${phase} ${place}`;

/**
 * Tells others that I write, and where: `typing('start')`, and `typing(null)` when I stop. In an
 * anonymous phase they learn only that somebody does.
 */
export function useTyping(phase: PhaseId): (place: string | null) => void {
  const tell = useTell();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTold = useRef(false);
  const typing = useCallback(
    function say(place: string | null): void {
      clearTimeout(timer.current);
      // A field that goes away with its phase is left, too: that must not tell that I am still there.
      if (place === null && !isTold.current) return;
      isTold.current = place !== null;
      writeAt(place === null ? null : keyOf(phase, place));
      tell(place === null ? { at: phase } : { at: phase, typing: place });
      if (place !== null) timer.current = setTimeout(() => say(null), PAUSE);
    },
    [tell, phase],
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      writeAt(null);
    },
    [],
  );
  return typing;
}

/** Whether somebody else writes at that place of a phase; where I write myself nobody can tell. */
export function useSomebodyWrites(phase: PhaseId, place: string): boolean {
  const isMine = useSyncExternalStore(watch, () => mine === keyOf(phase, place));
  const isNamed = useLive(({ people }) =>
    Object.values(people).some((person) => person.at === phase && person.typing === place),
  );
  const isUnnamed = useLive(({ writing }) => writing[phase]?.includes(place) ?? false);
  return isNamed || (isUnnamed && !isMine);
}
