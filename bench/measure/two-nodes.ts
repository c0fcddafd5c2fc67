// Two server processes on one database, each with its own core: how much more do they hold than one?
import type { Bench } from '../bench.ts';
import { availableCores } from '../machine.ts';
import type { System } from '../system.ts';
import { works } from '../works.ts';
import { highestRate } from './highest-rate.ts';
import { inSession, type Session } from './session.ts';

/** One for each of two servers, one for the generators, one for the database. */
const CORES_NEEDED = 4;

export async function measureTwoNodes(
  bench: Bench,
  rondo: System,
  secondNode: System,
): Promise<void> {
  if (availableCores < CORES_NEEDED) {
    bench.results.note(
      'two_nodes_vs_one',
      `not measured: needs ${CORES_NEEDED} cores, here are ${availableCores}`,
    );
    return;
  }
  const [work] = works;
  if (!work) throw new Error('there is no size of work');
  const half = { ...work, meetings: work.meetings / 2 };
  const search = (session: Session) => highestRate(session, bench, { start: work.start / 2 });
  await bench.repeat(async () => {
    const one = await inSession(rondo, work, async (session) => {
      await session.connect();
      return search(session);
    });
    const two = await inSession(rondo, half, (first) =>
      inSession(secondNode, half, async (second) => {
        await Promise.all([first.connect(), second.connect()]);
        return Promise.all([search(first), search(second)]);
      }),
    );
    const together = two.reduce((sum, { perSecond }) => sum + perSecond, 0);
    bench.progress(`one node ${one.perSecond}/s, two nodes ${together}/s`);
    bench.results.ratio('two_nodes_vs_one', together / one.perSecond);
  });
}
