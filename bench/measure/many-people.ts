// Up to 100,000 people at the same time, in virtual time: how many servers do they need, and what do
// people notice when a server or the database is lost? What work costs is measured here first.
import type { Bench } from '../bench.ts';
import type { Costs } from '../scale/costs.ts';
import { simulate, type Seen, type Shape, type Upset } from '../scale/installation.ts';
import { seeded } from '../seeded.ts';
import type { System } from '../system.ts';
import { measureCosts } from './costs.ts';

/** 100,000 at one database, or at four or ten that share nothing. */
const CROWDS = [1_000, 10_000, 25_000, 100_000];
/** In the busiest minutes of a retrospective: a card, some votes. */
const ACTIONS_PER_MINUTE = 6;
/** Servers and PostgreSQL may be busy so much in quiet times, to have room for the loss of one of them. */
const BUSY_AT_MOST = 0.5;
const P99_MS = 100;
const SECONDS = 6;

export async function measureManyPeople(
  bench: Bench,
  one: System,
  sharing: readonly [System, System],
): Promise<void> {
  const costs = await measureCosts(bench, one, sharing);
  for (const side of ['server', 'database'] as const)
    for (const [what, us] of Object.entries(costs[side]))
      bench.results.figure(`cost_${side}_${what}_us`, us);
  for (const people of CROWDS) {
    const found = fewest(bench, costs, people);
    if (found) tell(bench, costs, found);
    else bench.results.note(`people_${people}`, 'PostgreSQL is too busy, whatever the servers');
  }
}

interface Installation {
  readonly shape: Shape;
  readonly seen: Seen;
}

function tell(bench: Bench, costs: Costs, { shape, seen }: Installation): void {
  const { people, servers, databaseCores } = shape;
  const figure = (name: string, value: number): void =>
    bench.results.figure(`people_${people}_${name}`, value);
  const upset = (what: Upset): Seen => simulateOnce(costs, shape, what);
  const lost = upset({ serversLost: 1, backMs: 2_000 });
  figure('servers', servers);
  figure('database_cores', databaseCores);
  figure('p99_ms', seen.p99);
  figure('memory_per_server_mb', (costs.memory * people) / servers / 1e6);
  figure('server_lost_p99_ms', lost.p99);
  figure('server_lost_all_back_ms', lost.backAfter);
  figure('database_gone_3_s_worst_ms', upset({ databaseGoneMs: 3_000 }).worst);
  bench.progress(
    `${people} people: ${servers} servers, ${databaseCores} cores of PostgreSQL, p99 ${seen.p99.toFixed(0)} ms, busiest server ${(100 * seen.serverBusy).toFixed(0)} %, PostgreSQL ${(100 * seen.databaseBusy).toFixed(0)} %, ${seen.hintsPerSecond.toFixed(0)} hints/s, ${seen.open} on their way`,
  );
}

const simulateOnce = (costs: Costs, shape: Shape, upset: Upset = {}): Seen =>
  simulate(shape, costs, seeded(shape.servers), { seconds: SECONDS, upset });

/** The smallest installation that holds so many people with room to spare; two servers, so that one may be lost. */
function fewest(bench: Bench, costs: Costs, people: number): Installation | undefined {
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
