import type { Bench } from '../bench.ts';
// Highest actions per second of each system at each size of work, system after system, again and again.
import { keyOf, type System, type SystemName } from '../system.ts';
import type { Work } from '../works.ts';
import { highestRate, type HighestRate } from './highest-rate.ts';
import type { Step } from './load-step.ts';
import { inSession } from './session.ts';

/** Above this the generator itself may have been what could not keep up. */
const GENERATOR_CPU_LIMIT = 0.9;

const COALESCING: ReadonlySet<SystemName> = new Set<SystemName>(['coalesced', 'rondo']);

/** One search with a fresh server and fresh meetings. */
function search(bench: Bench, system: System, work: Work, start: number): Promise<HighestRate> {
  return inSession(system, work, async (session) => {
    await session.connect();
    return highestRate(session, bench, {
      start,
      onStep: (step) => {
        bench.seen(step);
        bench.detail(describe(system, work, step));
      },
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

/** What one search found; nothing where not even the lowest rate was held. */
function note(
  bench: Bench,
  system: System,
  work: Work,
  { perSecond, best, steps }: HighestRate,
): void {
  const key = `${keyOf(system.name)}_${work.name}`;
  bench.progress(`${system.name}, ${work.name}: ${perSecond} actions/s (${steps} steps)`);
  if (!best) {
    bench.results.note(`not_held_${key}`, 'no rate was held in one of the searches');
    return;
  }
  bench.results.figure(`throughput_${key}`, perSecond);
  if (best.sendingCpuShare > GENERATOR_CPU_LIMIT) {
    const share = best.sendingCpuShare.toFixed(2);
    bench.results.note(`generator_bound_${key}`, `${share} of a core, so a lower bound`);
  }
}

export async function measureThroughput(
  bench: Bench,
  works: readonly Work[],
  systems: readonly System[],
): Promise<void> {
  const lastFound = new Map<string, number>();
  await bench.repeat(async () => {
    for (const work of works) {
      const found = new Map<SystemName, number>();
      for (const system of systems) {
        const key = `${system.name} ${work.name}`;
        const usual = COALESCING.has(system.name) ? work.startCoalesced : work.start;
        const start = Math.max(usual / 2, (lastFound.get(key) ?? usual) * 0.8);
        const highest = await search(bench, system, work, start);
        note(bench, system, work, highest);
        if (!highest.best) continue;
        lastFound.set(key, highest.perSecond);
        found.set(system.name, highest.perSecond);
      }
      const [rondo, raw, coalesced] = [
        found.get('rondo'),
        found.get('raw'),
        found.get('coalesced'),
      ];
      if (rondo && raw) bench.results.ratio(`throughput_vs_raw_${work.name}`, rondo / raw);
      if (rondo && coalesced && work.name === '100x10')
        bench.results.ratio('throughput_vs_coalesced_100x10', rondo / coalesced);
    }
  });
}
