// Two server processes on one database: how much more do they hold than one?
import type { Bench } from '../bench.ts';
import { availableCores } from '../machine.ts';
import type { System } from '../system.ts';
import { works, type Work } from '../works.ts';
import { highestRate } from './highest-rate.ts';
import { loadStep } from './load-step.ts';
import { inSession, type Session } from './session.ts';

/** One for each of two servers, one for the generators, one for the database. */
const CORES_NEEDED = 4;
/** Actions per second of each node, where CPU is compared: well below what it holds. */
const GENTLE = 1_500;

/** Two nodes beside one; each meeting has all its people at one of them, or half at each. */
export interface Nodes {
  readonly one: System;
  readonly second: System;
  readonly sharing: readonly [System, System];
}

/**
 * With enough cores: the highest rate of two ÷ that of one. With fewer, where both could not run at the
 * same time: what an action costs, in CPU of all servers, at one ÷ at two, times two. That is the same
 * as long as the servers' CPU is what limits them. In meetings that are shared, half of the people sit
 * at the other node, and everything goes through the database to reach them.
 */
export async function measureTwoNodes(bench: Bench, { one, second, sharing }: Nodes) {
  const [work] = works;
  if (!work) throw new Error('there is no size of work');
  const half = { ...work, meetings: work.meetings / 2 };
  const shared = { ...work, people: work.people / 2 };
  if (availableCores < CORES_NEEDED) {
    const cores = `${availableCores} cores`;
    bench.results.note('two_nodes_measured', `by CPU per action, as here are ${cores}`);
  }
  await bench.repeat(async () => {
    const alone = await inSession(one, work, async (session) => {
      await session.connect();
      return { cost: await costOf(bench, [session]), ...(await highest(bench, work, session)) };
    });
    const apart = await together(bench, [one, second], half);
    const mixed = await together(bench, sharing, shared);
    bench.results.figure('server_cpu_us_per_action_one_node', alone.cost);
    bench.results.figure('server_cpu_us_per_action_two_nodes', apart.cost);
    bench.results.figure('server_cpu_us_per_action_shared_meetings', mixed.cost);
    const ratio = ({ cost, perSecond }: Held): number =>
      alone.perSecond === 0 ? (2 * alone.cost) / cost : perSecond / alone.perSecond;
    bench.results.ratio('two_nodes_vs_one', ratio(apart));
    bench.results.ratio('two_nodes_sharing_meetings_vs_one', ratio(mixed));
    bench.progress(
      `CPU per action: one node ${alone.cost.toFixed(0)} µs, two ${apart.cost.toFixed(0)} µs, sharing meetings ${mixed.cost.toFixed(0)} µs`,
    );
  });
}

interface Held {
  /** CPU of all servers per action, µs. */
  readonly cost: number;
  /** Of all nodes; 0: there are too few cores to say. */
  readonly perSecond: number;
}

function together(
  bench: Bench,
  [first, second]: readonly [System, System],
  work: Work,
): Promise<Held> {
  return inSession(first, work, (here) =>
    inSession(second, work, async (there) => {
      await Promise.all([here.connect(), there.connect()]);
      const cost = await costOf(bench, [here, there]);
      const held = await Promise.all(
        [here, there].map((session) => highest(bench, { ...work, start: work.start / 2 }, session)),
      );
      return { cost, perSecond: held.reduce((sum, { perSecond }) => sum + perSecond, 0) };
    }),
  );
}

async function highest(bench: Bench, work: Work, session: Session): Promise<{ perSecond: number }> {
  if (availableCores < CORES_NEEDED) return { perSecond: 0 };
  return highestRate(session, bench, { start: work.start });
}

/** CPU of these servers per action, µs, while they do a quiet amount of work together. */
async function costOf(bench: Bench, sessions: readonly Session[]): Promise<number> {
  const steps = (seconds: number) =>
    Promise.all(
      sessions.map((session) => loadStep(session, bench, { perSecond: GENTLE, seconds })),
    );
  await steps(1.5);
  const used = await steps(bench.isQuick ? 3 : 8);
  const cpu = used.reduce((sum, step) => sum + step.serverCpu * step.seconds, 0);
  const actions = used.reduce((sum, step) => sum + step.complete, 0);
  return (cpu * 1e6) / actions;
}
