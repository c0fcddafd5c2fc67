// Resident memory of the server per connection that does nothing: 5,000 people in 500 meetings.
import type { Bench } from '../bench.ts';
import { residentBytes } from '../machine.ts';
import { keyOf, type System } from '../system.ts';
import { inSession } from './session.ts';

const size = { meetings: 500, people: 10, cards: 0 };

export async function measureIdleMemory(bench: Bench, raw: System, rondo: System): Promise<void> {
  const measure = (system: System): Promise<number> =>
    inSession(system, size, async ({ running, connect }) => {
      const before = residentBytes(running.pid);
      await connect();
      const bytes = (await settled(running.pid)) - before;
      const perConnection = bytes / (size.meetings * size.people);
      bench.results.figure(`rss_bytes_per_connection_${keyOf(system.name)}`, perConnection);
      bench.progress(
        `${system.name}: ${Math.round(perConnection)} bytes per connection, ${Math.round(before / 1e6)} MB before`,
      );
      return perConnection;
    });
  await bench.repeat(async () => {
    const plain = await measure(raw);
    bench.results.ratio('rss_per_connection_vs_raw', (await measure(rondo)) / plain);
  });
}

/** Waits until memory has stopped moving, for collections after the rush of joining. */
async function settled(pid: number): Promise<number> {
  let last = residentBytes(pid);
  for (let calm = 0, looks = 0; calm < 4 && looks < 40; looks++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = residentBytes(pid);
    calm = Math.abs(now - last) < 256 * 1024 ? calm + 1 : 0;
    last = now;
  }
  return last;
}
