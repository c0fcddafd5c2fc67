import type { Chance } from '@rondo/live/testing';
import { checkFlow, type PlannedPhase } from '@rondo/meeting';
import { outlines } from '../outlines.ts';
import { plays } from './plays.ts';

/** So many phases get their time in a test; with more the late ones would hardly be reached. */
const MOST = 6;

/** Kinds in the order of the plays, with settings as they come, where each finds what it needs. */
function drawn(chance: Chance, isIn: (kind: string) => boolean): PlannedPhase[] | null {
  const some = plays.filter(({ kind }) => isIn(kind));
  const problems = checkFlow(
    some.map(({ kind }) => kind),
    outlines,
  );
  if (some.length === 0 || some.length > MOST || problems.length > 0) return null;
  return some.map(({ kind, settings }) => ({ kind, settings: settings(chance) }));
}

/** A few kinds, as far as each finds what it needs: over many tests all of them get their time. */
export function someKinds(chance: Chance): PlannedPhase[] {
  for (;;) {
    const flow = drawn(chance, () => chance.oneIn(3));
    if (flow) return flow;
  }
}

/** The same, with this kind among them. */
export const someKindsWith =
  (wanted: string) =>
  (chance: Chance): PlannedPhase[] => {
    for (;;) {
      const flow = drawn(chance, (kind) => kind === wanted || chance.oneIn(4));
      if (flow) return flow;
    }
  };
