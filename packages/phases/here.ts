import type { PhaseKind, Registry } from '@rondo/meeting';

const kinds: Record<string, PhaseKind> = {};
const arrivals = new Set<() => void>();

/**
 * The building blocks that this browser has fetched: each comes with its screen. What somebody does in
 * a phase that is not here yet is not shown at once, only when the server has answered.
 */
export const phasesHere: Registry = kinds;

/** Tells when another kind has come. Returns how to stop it. */
export function onPhaseArrival(tell: () => void): () => void {
  arrivals.add(tell);
  return () => arrivals.delete(tell);
}

/** A kind has been fetched. */
export function arrived(kind: PhaseKind): void {
  if (kinds[kind.kind] !== undefined) return;
  kinds[kind.kind] = kind;
  for (const tell of arrivals) tell();
}
