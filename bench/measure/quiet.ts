// Waits for a moment in which nobody else uses the machine. Others are never asked to stop: when the
// whole run's patience is used up, it goes on beside them, and the report says how busy they were.
import { machineBusySeconds } from '../machine.ts';

/** Busy cores below which the machine counts as ours. */
const QUIET = 0.25;
const LOOK_MS = 150;
/** No single step waits longer, so that the patience lasts for the whole run. */
const AT_ONCE_MS = 6_000;

export interface Patience {
  leftMs: number;
}

export async function quietMoment(patience: Patience): Promise<void> {
  const limit = Math.max(0, patience.leftMs - AT_ONCE_MS);
  while (patience.leftMs > limit) {
    const before = machineBusySeconds();
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const seconds = (performance.now() - began) / 1_000;
    if ((machineBusySeconds() - before) / seconds < QUIET) return;
    patience.leftMs -= seconds * 1_000;
  }
}
