// The highest rate of actions that a system holds: p99 below 100 ms and at least 99.9 % delivered.
// Found by a ramp and then bisection; a step that failed while others used the machine is repeated.
import type { Generator } from '../generator/generator.ts';
import type { Running } from '../system.ts';
import { calmDown, loadStep, type Step } from './load-step.ts';

const P99_LIMIT_US = 100_000;
const DELIVERED = 0.999;
/** Ramp factor, and how close highest held and lowest failed rate must come. */
const RAMP = 1.6;
const CLOSE_ENOUGH = 1.07;
const FOREIGN_CPU_LIMIT = 0.12;
const MOST_STEPS = 14;

export interface HighestRate {
  readonly perSecond: number;
  /** The step that held it; undefined when none did. */
  readonly best: Step | undefined;
  readonly steps: number;
}

export function isHeld(step: Step): boolean {
  return (
    step.p99Us < P99_LIMIT_US &&
    step.received >= step.expected * DELIVERED &&
    step.closed === 0 &&
    step.rejected + step.doubled + step.missed === 0
  );
}

export async function highestRate(
  running: Running,
  generator: Generator,
  databasePid: number | undefined,
  options: { start: number; stepSeconds: number; onStep?: (step: Step) => void },
): Promise<HighestRate> {
  let steps = 0;
  const tryRate = async (perSecond: number): Promise<Step> => {
    for (let repeated = 0; ; repeated++) {
      steps++;
      const step = await loadStep(running, generator, databasePid, {
        perSecond,
        seconds: options.stepSeconds,
      });
      options.onStep?.(step);
      if (isHeld(step)) return step;
      if (step.closed > 0) {
        throw new Error(`connections were closed at ${perSecond}/s (code ${step.closeCode})`);
      }
      await calmDown(running, generator);
      if (repeated === 1 || step.foreignCpu < FOREIGN_CPU_LIMIT) return step;
    }
  };

  await loadStep(running, generator, databasePid, { perSecond: options.start / 4, seconds: 0.5 });
  let held = 0;
  let failed = Number.POSITIVE_INFINITY;
  let best: Step | undefined;
  let rate = options.start;
  while (steps < MOST_STEPS && rate >= 1) {
    const step = await tryRate(Math.round(rate));
    if (isHeld(step)) {
      held = rate;
      best = step;
    } else {
      failed = rate;
    }
    if (failed === Number.POSITIVE_INFINITY) rate = held * RAMP;
    else if (held === 0) rate = failed / 2;
    else if (failed / held < CLOSE_ENOUGH) break;
    else rate = Math.sqrt(held * failed);
  }
  return { perSecond: Math.round(held), best, steps };
}
