// Does an action cost more in a bigger world? Server CPU per delivered frame, largest ÷ smallest,
// at the same number of deliveries per second: only the shape of the crowd changes.
import type { Bench } from '../bench.ts';
import type { Size, System } from '../system.ts';
import { loadStep } from './load-step.ts';
import { inSession } from './session.ts';

const DELIVERIES_PER_SECOND = 5_000;
const manyMeetings = [10, 100, 1_000].map((meetings) => ({ meetings, people: 10, cards: 50 }));
const manyPeople = [10, 100, 500].map((people) => ({ meetings: 2, people, cards: 50 }));
/** In a hurry the ones between are left out. */
const ends = <T>(all: readonly T[]): T[] => all.filter((_, i) => i === 0 || i === all.length - 1);

export async function measureGrowth(bench: Bench, rondo: System): Promise<void> {
  const seconds = bench.isQuick ? 1.5 : 4;
  const costPerFrame = (size: Size): Promise<number> =>
    inSession(rondo, size, async (session) => {
      await session.connect();
      const perSecond = DELIVERIES_PER_SECOND / size.people;
      await loadStep(session, bench, { perSecond, seconds: 1 });
      const step = await loadStep(session, bench, { perSecond, seconds });
      const us = (step.serverCpu * step.seconds * 1e6) / step.frames;
      bench.results.figure(`cpu_us_per_frame_${size.meetings}x${size.people}`, us);
      bench.progress(`${size.meetings} × ${size.people}: ${us.toFixed(1)} µs per delivered frame`);
      return us;
    });
  await bench.repeat(async () => {
    const growth = { meetings: 0, people: 0 };
    for (const [key, sizes] of [
      ['meetings', manyMeetings],
      ['people', manyPeople],
    ] as const) {
      const costs: number[] = [];
      for (const size of bench.isQuick ? ends(sizes) : sizes) costs.push(await costPerFrame(size));
      const smallest = costs[0] ?? Number.NaN;
      growth[key] = Math.max(...costs.slice(1)) / smallest;
      bench.results.ratio(`growth_${key}`, growth[key]);
    }
    bench.results.ratio('growth', Math.max(growth.meetings, growth.people));
  });
}
