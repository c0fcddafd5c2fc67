// The highest rate of actions that a system holds: p99 below 100 ms and at least 99.9 % delivered.
// Found by a ramp and then bisection. A step that failed is tried again, because a single stall of a
// tenth of a second, by a server still warming up or by somebody else, is all it takes; again and again
// while others use the machine.
import type { Bench } from '../bench.ts';
import { calmDown, loadStep, type Step } from './load-step.ts';
import type { Session } from './session.ts';

const P99_LIMIT_US = 100_000;
const DELIVERED = 0.999;
/** After an overrun somebody may want to take back what was never put down. */
const REFUSED = 0.005;
/** Ramp factor, and how close highest held and lowest failed rate must come. */
const RAMP = 1.6;
const CLOSE_ENOUGH = 1.07;
const FOREIGN_CPU_LIMIT = 0.12;
/** So many times beyond the limit is no stall. */
const HOPELESS = 5;
/** Seconds, before anything counts: code is compiled while it runs. */
const WARM_UP = 1.5;
const mostSteps = (bench: Bench) => (bench.isQuick ? 9 : 16);

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
    step.rejected + step.doubled + step.missed === 0 &&
    step.refused <= step.planned * REFUSED
  );
}

export async function highestRate(
  session: Session,
  bench: Bench,
  options: { start: number; onStep?: (step: Step) => void },
): Promise<HighestRate> {
  let steps = 0;
  const tryRate = async (perSecond: number): Promise<Step> => {
    for (let repeated = 0; ; repeated++) {
      steps++;
      const step = await loadStep(session, bench, {
        perSecond,
        seconds: bench.stepSeconds,
      });
      options.onStep?.(step);
      if (isHeld(step)) return step;
      // Who was cut off, or whose commands were turned away, cannot just go on counting.
      if (step.closed + step.refused > 0) await session.connect();
      else await calmDown(session, bench);
      const isHopeless = step.p99Us > HOPELESS * P99_LIMIT_US;
      const isDisturbed = step.foreignCpu > FOREIGN_CPU_LIMIT;
      if (repeated === 2 || (!isDisturbed && (repeated === 1 || isHopeless))) return step;
    }
  };

  await loadStep(session, bench, { perSecond: options.start, seconds: WARM_UP });
  await calmDown(session, bench);
  let held = 0;
  let failed = Number.POSITIVE_INFINITY;
  let best: Step | undefined;
  let rate = options.start;
  while (steps < mostSteps(bench) && rate >= 1) {
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
