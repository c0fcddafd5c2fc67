import type { Chance } from '@rondo/live/testing';
import { checkFlow, type PlannedPhase } from '@rondo/meeting';
import { phases } from '../domain.ts';
import { plays } from './plays.ts';

/** A meeting of every kind there is, in the order of the plays, with settings as they come. */
export const everyKind = (chance: Chance): PlannedPhase[] =>
  plays.map(({ kind, settings }) => ({ kind, settings: settings(chance) }));

/** The same with some left out, as far as the rest still finds what it needs: so the late ones get their time too. */
export function someKinds(chance: Chance): PlannedPhase[] {
  const all = everyKind(chance);
  const some = all.filter(() => !chance.oneIn(3));
  const isSound =
    checkFlow(
      some.map(({ kind }) => kind),
      phases,
    ).length === 0;
  return some.length > 0 && isSound ? some : all;
}
