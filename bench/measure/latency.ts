// From the moment an action should be sent until the last participant has it, at a rate nobody is busy with.
import type { Bench } from '../bench.ts';
import { keyOf, type System } from '../system.ts';
import { loadStep, type Step } from './load-step.ts';
import { inSession } from './session.ts';

const PER_SECOND = 100;
/**
 * Of so many actions the first are slower: code is compiled while it runs, and a whole server has more of
 * it than a baseline. What people of a server that has just started notice is told beside the ratio.
 */
const WARM_UP = { perSecond: 1_000, seconds: 2 };

export async function measureLatency(
  bench: Bench,
  groupCommit: System,
  rondo: System,
): Promise<void> {
  const seconds = bench.isQuick ? 3 : 6;
  const measure = (system: System): Promise<Step> =>
    inSession(system, { meetings: 100, people: 10, cards: 50 }, async (session) => {
      await session.connect();
      const first = await loadStep(session, bench, { perSecond: PER_SECOND, seconds: 1 });
      await loadStep(session, bench, WARM_UP);
      const step = await loadStep(session, bench, { perSecond: PER_SECOND, seconds });
      const key = keyOf(system.name);
      bench.results.figure(`latency_p99_ms_of_first_second_${key}`, first.lastP99Us / 1_000);
      bench.results.figure(`latency_p50_ms_${key}`, step.lastP50Us / 1_000);
      bench.results.figure(`latency_p99_ms_${key}`, step.lastP99Us / 1_000);
      bench.results.figure(`server_cpu_us_per_action_${key}`, (step.serverCpu * 1e6) / PER_SECOND);
      bench.progress(
        `${system.name}: p50 ${step.lastP50Us} µs, p99 ${step.lastP99Us} µs, others used ${step.foreignCpu.toFixed(2)} cores`,
      );
      return step;
    });
  await bench.repeat(async () => {
    const slower = await measure(groupCommit);
    const ours = await measure(rondo);
    bench.results.ratio('latency_p99_vs_group_commit', ours.lastP99Us / slower.lastP99Us);
  });
}
