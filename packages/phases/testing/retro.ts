import type { Chance } from '@rondo/live/testing';
import type { PlannedPhase } from '@rondo/meeting';
import { plays } from './plays.ts';

/** A meeting of every kind there is, in the order of the plays, with settings as they come. */
export const everyKind = (chance: Chance): PlannedPhase[] =>
  plays.map(({ kind, settings }) => ({ kind, settings: settings(chance) }));
