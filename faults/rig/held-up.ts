import { performance } from 'node:perf_hooks';

/**
 * How many times longer this process has taken since it was asked to look than it would have with the
 * machine to itself: for how long it was at work, by the clock and by its CPU. 1: nobody was in its way.
 */
export function heldUp(): () => number {
  const loop = performance.eventLoopUtilization();
  const cpu = process.cpuUsage();
  return () => {
    const { active } = performance.eventLoopUtilization(loop);
    const { user, system } = process.cpuUsage(cpu);
    return Math.max(1, active / ((user + system) / 1_000));
  };
}
