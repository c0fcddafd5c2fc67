// 100,000 people at the same time, in virtual time: how many servers do they need, and what do people
// notice when a server or the database is lost? What work costs is measured here first.
import type { Bench } from '../bench.ts';
import type { Costs } from '../scale/costs.ts';
import { simulate, type Seen, type Shape, type Upset } from '../scale/installation.ts';
import { seeded } from '../seeded.ts';
import type { System } from '../system.ts';
import { measureCosts } from './costs.ts';

const PEOPLE = 100_000;
/** In the busiest minutes of a retrospective: a card, some votes. */
const ACTIONS_PER_MINUTE = 6;
/** Servers and PostgreSQL may be busy so much in quiet times, to have room for the loss of one of them. */
const BUSY_AT_MOST = 0.5;
const P99_MS = 100;
const SECONDS = 6;

/** Installations that share nothing, each with its own database and its share of the organizations. */
const CELLS = [1, 4, 10];

export async function measureHundredThousand(
  bench: Bench,
  one: System,
  sharing: readonly [System, System],
): Promise<void> {
  const costs = await measureCosts(bench, one, sharing);
  tell(bench, costs);
  for (const cells of CELLS) {
    const found = fewest(bench, costs, PEOPLE / cells);
    if (!found) {
      bench.results.note(
        `cells_${cells}`,
        'no number of servers is enough: PostgreSQL is too busy',
      );
      continue;
    }
    const { shape, seen } = found;
    const figure = (name: string, value: number): void =>
      bench.results.figure(`100000_in_${cells}_${name}`, value);
    figure('servers', shape.servers * cells);
    figure('database_cores', shape.databaseCores * cells);
    figure('p99_ms', seen.p99);
    const run = (upset: Upset): Seen => simulateOnce(costs, shape, upset);
    const lost = run({ serversLost: 1, backMs: 2_000 });
    figure('server_lost_p99_ms', lost.p99);
    figure('server_lost_all_back_ms', lost.backAfter);
    figure('database_gone_3_s_worst_ms', run({ databaseGoneMs: 3_000 }).worst);
    bench.progress(
      `${cells} × ${shape.people} people: ${shape.servers} servers, ${shape.databaseCores} cores of PostgreSQL, p99 ${seen.p99.toFixed(0)} ms, busiest server ${(100 * seen.serverBusy).toFixed(0)} %, PostgreSQL ${(100 * seen.databaseBusy).toFixed(0)} %, ${seen.hintsPerSecond.toFixed(0)} hints/s, open ${seen.open}`,
    );
  }
}

const simulateOnce = (costs: Costs, shape: Shape, upset: Upset = {}): Seen =>
  simulate(shape, costs, seeded(shape.servers), { seconds: SECONDS, upset });

/** The smallest installation that holds so many people with room to spare. */
function fewest(
  bench: Bench,
  costs: Costs,
  people: number,
): { shape: Shape; seen: Seen } | undefined {
  for (const databaseCores of [2, 4, 8, 16, 32]) {
    for (let servers = 2; servers <= 64; servers = Math.ceil(servers * 1.3)) {
      const shape = {
        people,
        servers,
        databaseCores,
        actionsPerMinute: ACTIONS_PER_MINUTE,
        hintMs: 1,
      };
      const seen = simulateOnce(costs, shape);
      bench.detail(
        `  ${people} people, ${servers} servers, ${databaseCores} cores: p99 ${seen.p99.toFixed(0)} ms, busy ${seen.serverBusy.toFixed(2)} and ${seen.databaseBusy.toFixed(2)}`,
      );
      if (seen.databaseBusy > BUSY_AT_MOST) break;
      if (seen.p99 < P99_MS && seen.serverBusy <= BUSY_AT_MOST) return { shape, seen };
    }
  }
  return undefined;
}

function tell(bench: Bench, costs: Costs): void {
  for (const side of ['server', 'database'] as const)
    for (const [what, us] of Object.entries(costs[side]))
      bench.results.figure(`cost_${side}_${what}_us`, us);
  bench.results.figure('cost_memory_bytes', costs.memory);
}
