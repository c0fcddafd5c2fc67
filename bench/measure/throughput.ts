import type { Bench } from '../bench.ts';
// Highest actions per second of each system at each size of work, system after system, again and again.
import { keyOf, type System } from '../system.ts';
import type { Work } from '../works.ts';
import { highestRate, type HighestRate } from './highest-rate.ts';
import type { Step } from './load-step.ts';
import { inSession } from './session.ts';

/** Above this the generator itself may have been what could not keep up. */
const GENERATOR_CPU_LIMIT = 0.9;

/** One search with a fresh server and fresh meetings. */
function search(bench: Bench, system: System, work: Work, start: number): Promise<HighestRate> {
  return inSession(system, work, async (session) => {
    await session.connect();
    return highestRate(session, bench, {
      start,
      onStep: (step) => bench.detail(describe(system, work, step)),
    });
  });
}

function describe(system: System, work: Work, step: Step): string {
  return [
    `  ${system.name} ${work.name} ${step.perSecond}/s: p50 ${step.p50Us} p99 ${step.p99Us} µs`,
    `delivered ${((100 * step.received) / step.expected).toFixed(2)} %`,
    `cores: server ${step.serverCpu.toFixed(2)}, generator ${step.sendingCpuShare.toFixed(2)}`,
    `database ${step.databaseCpu.toFixed(2)}, others ${step.foreignCpu.toFixed(2)}`,
    ...(step.refused > 0 ? [`${step.refused} refused: ${step.firstRejection}`] : []),
    ...(step.rejected > 0 ? [`${step.rejected} errors: ${step.firstRejection}`] : []),
    ...(step.missed + step.doubled > 0 ? [`${step.missed} missed, ${step.doubled} doubled`] : []),
  ].join(', ');
}

export async function measureThroughput(
  bench: Bench,
  works: readonly Work[],
  systems: readonly System[],
): Promise<void> {
  const lastFound = new Map<string, number>();
  await bench.repeat(async () => {
    for (const work of works) {
      const found = new Map<string, number>();
      for (const system of systems) {
        const key = `${keyOf(system.name)}_${work.name}`;
        const highest = await search(
          bench,
          system,
          work,
          Math.max(10, (lastFound.get(key) ?? work.start) * 0.8),
        );
        if (highest.perSecond > 0) lastFound.set(key, highest.perSecond);
        found.set(system.name, highest.perSecond);
        bench.progress(
          `${system.name}, ${work.name}: ${highest.perSecond} actions/s (${highest.steps} steps)`,
        );
        bench.results.figure(`throughput_${key}`, highest.perSecond);
        const { best } = highest;
        if (!best) continue;
        if (best.doubled > 0) bench.results.figure(`doubled_${key}`, best.doubled);
        if (best.sendingCpuShare > GENERATOR_CPU_LIMIT)
          bench.results.note(
            `generator_bound_${key}`,
            `yes: ${best.sendingCpuShare.toFixed(2)} of a core, so a lower bound`,
          );
        bench.seen(best);
      }
      const rondo = found.get('rondo');
      const raw = found.get('raw');
      const coalesced = found.get('coalesced');
      if (rondo !== undefined && raw)
        bench.results.ratio(`throughput_vs_raw_${work.name}`, rondo / raw);
      if (rondo !== undefined && coalesced && work.name === '100x10')
        bench.results.ratio('throughput_vs_coalesced_100x10', rondo / coalesced);
    }
  });
}
