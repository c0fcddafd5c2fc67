import type { PlannedWindow } from '@rondo/contract';

/** How long each phase stays open, in minutes; a phase that is not in it is live. */
export type Durations = ReadonlyMap<number, number>;

/** The most notice that those who are missing get, minutes. */
const MOST_NOTICE = 240;

/** The longest time that is waited for those who are late, minutes. */
const MOST_LATE = 24 * 60;

/**
 * Phases that stay open for a while, one after the other: each opens when the one before has closed, and
 * closes early when everybody is done.
 */
export function windowsOf(
  durations: Durations,
  isReminding: boolean,
  /** Whether a phase also takes what comes late. */
  takesLate: (phase: number) => boolean = () => false,
): PlannedWindow[] {
  let closesAfter = 0;
  return [...durations]
    .toSorted(([a], [b]) => a - b)
    .map(([phase, minutes]) => {
      closesAfter += minutes;
      return {
        phase,
        opensAfter: null,
        closesAfter,
        whenDone: true,
        remindBefore: isReminding ? Math.min(MOST_NOTICE, Math.round(minutes / 4)) : null,
        lateFor: takesLate(phase) ? Math.min(MOST_LATE, minutes) : null,
      };
    });
}

/** Reads back what `windowsOf` has written. */
export function durationsOf(windows: readonly PlannedWindow[]): Durations {
  let before = 0;
  const durations = new Map<number, number>();
  for (const { phase, closesAfter } of windows.toSorted((a, b) => a.phase - b.phase)) {
    if (closesAfter === null) continue;
    durations.set(phase, closesAfter - before);
    before = closesAfter;
  }
  return durations;
}
