import type { Bench } from '../bench.ts';
// The server is killed and starts again: how long until all 5,000 clients hold a whole, current view.
import type { Retry, Storm } from '../generator/generator.ts';
import { keyOf, type System } from '../system.ts';
import { inSession } from './session.ts';

const size = { meetings: 500, people: 10, cards: 50 };
/** What Rondo's own client does in its first dozen attempts: `backoff.ts` of packages/live. */
const ownBackOff: Retry = { baseMs: 100, capMs: 2_000 };
/** Everybody at once, again and again: the worst a crowd can do. */
const hammering: Retry = { baseMs: 200, capMs: 0 };

export async function measureResync(bench: Bench, raw: System, rondo: System): Promise<void> {
  const measure = (system: System, retry: Retry): Promise<Storm> =>
    inSession(system, size, async (session) => {
      const { running } = session;
      await session.connect();
      const { generator } = session;
      const storm = generator.storm(retry, 60_000);
      await storm.armed;
      await running.killAndRestart();
      const back = await storm.back;
      bench.progress(
        `${system.name}: ${back.back} of ${back.clients} back, the last after ${back.allMs} ms, half after ${back.medianMs} ms${back.firstError && `; ${back.firstError}`}`,
      );
      if (back.back < back.clients)
        throw new Error(
          `${back.clients - back.back} clients of ${system.name} did not come back within a minute`,
        );
      return back;
    });
  await bench.repeat(async () => {
    const plain = await measure(raw, hammering);
    const ours = await measure(rondo, hammering);
    for (const [system, storm] of [
      [raw, plain],
      [rondo, ours],
    ] as const)
      bench.results.figure(`resync_5000_ms_${keyOf(system.name)}`, storm.allMs);
    bench.results.ratio('resync_5000_vs_raw', ours.allMs / plain.allMs);
    bench.results.figure('resync_backoff_max_ms', (await measure(rondo, ownBackOff)).allMs);
  });
}
