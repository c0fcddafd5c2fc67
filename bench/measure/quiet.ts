// Waits for a moment in which nobody else uses the machine. Others are never asked to stop: when the
// whole run's patience is used up, it goes on beside them, and the report says how busy they were.
import { machineBusySeconds } from '../machine.ts';

/** Busy cores below which the machine counts as ours. */
const QUIET = 0.25;
const LOOK_MS = 150;

export interface Patience {
  leftMs: number;
}

export async function quietMoment(patience: Patience): Promise<void> {
  while (patience.leftMs > 0) {
    const before = machineBusySeconds();
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const seconds = (performance.now() - began) / 1_000;
    if ((machineBusySeconds() - before) / seconds < QUIET) return;
    patience.leftMs -= seconds * 1_000;
  }
}
