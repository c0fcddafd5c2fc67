// What work costs a server and PostgreSQL: measured under loads of different shapes, then told apart.
import type { Bench } from '../bench.ts';
import { cpuMeter, family, residentBytes } from '../machine.ts';
import { explain, type Costs, type Observation } from '../scale/costs.ts';
import type { System } from '../system.ts';
import { loadStep } from './load-step.ts';
import { inSession, type Session } from './session.ts';

/** Few people and many, few actions and many: so that what is done per frame, command and batch differs. */
const shapes = [
  { meetings: 100, people: 10, cards: 50, rates: [100, 1_000, 4_000] },
  { meetings: 250, people: 2, cards: 50, rates: [300, 3_000, 9_000] },
  { meetings: 2, people: 250, cards: 50, rates: [20, 200, 800] },
] as const;

/** A commit on the disk of a usual server; here it is a file on whatever the machine has. */
const COMMIT_MS = 2;

export async function measureCosts(
  bench: Bench,
  one: System,
  sharing: readonly [System, System],
): Promise<Costs> {
  const server: Observation[] = [];
  const database: Observation[] = [];
  let arrival = { server: 0, database: 0, memory: 0 };
  for (const { rates, ...size } of shapes) {
    await inSession(one, size, async (session) => {
      const people = await arrivals(bench, session, size.meetings * size.people);
      if (size.people === 10) arrival = people;
      for (const perSecond of rates) {
        const seen = await observe(bench, [session], perSecond);
        server.push({ counts: [seen.batches, seen.commands, seen.frames], us: seen.serverUs });
        database.push({ counts: [seen.batches, seen.entries], us: seen.databaseUs });
      }
    });
  }
  const [batch = 0, command = 0, frame = 0] = explain(server);
  const [databaseBatch = 0, entry = 0] = explain(database);
  const tail = await costOfTails(bench, sharing, { batch, command, frame, databaseBatch, entry });
  return {
    server: { batch, command, frame, arrival: arrival.server, tail: tail.server },
    database: { batch: databaseBatch, entry, arrival: arrival.database, tail: tail.database },
    commitMs: COMMIT_MS,
    memory: arrival.memory,
  };
}

interface Seen {
  readonly batches: number;
  readonly commands: number;
  readonly entries: number;
  readonly frames: number;
  readonly serverUs: number;
  readonly databaseUs: number;
}

async function observe(
  bench: Bench,
  sessions: readonly Session[],
  perSecond: number,
): Promise<Seen> {
  const load = (seconds: number) =>
    Promise.all(sessions.map((session) => loadStep(session, bench, { perSecond, seconds })));
  await load(1);
  const before = await Promise.all(sessions.map(counts));
  const steps = await load(bench.isQuick ? 2 : 5);
  const after = await Promise.all(sessions.map(counts));
  const grown = (of: keyof Counts): number =>
    after.reduce((sum, each, i) => sum + each[of] - (before[i]?.[of] ?? 0), 0);
  const longest = Math.max(...steps.map(({ seconds }) => seconds));
  return {
    batches: grown('batches'),
    commands: grown('commands'),
    entries: grown('entries'),
    frames: steps.reduce((sum, { frames }) => sum + frames, 0),
    serverUs: steps.reduce((sum, step) => sum + step.serverCpu * step.seconds * 1e6, 0),
    // One database for all: each step has seen the whole of it.
    databaseUs: Math.max(...steps.map((step) => step.databaseCpu)) * longest * 1e6,
  };
}

type Counts = Record<'batches' | 'commands' | 'entries', number>;

/** As the server itself counts. */
async function counts({ running }: Session): Promise<Counts> {
  const text = await (await fetch(`http://127.0.0.1:${running.port}/metrics`)).text();
  const of = (name: string): number =>
    Number(new RegExp(`^rondo_live_${name}_total (\\S+)$`, 'm').exec(text)?.[1]);
  return { batches: of('batches'), commands: of('commands'), entries: of('entries') };
}

async function arrivals(bench: Bench, { running, connect }: Session, people: number) {
  const memory = residentBytes(running.pid);
  const server = cpuMeter(family(running.pid));
  const database = cpuMeter(family(bench.database.pid));
  await connect();
  return {
    server: (server() * 1e6) / people,
    database: (database() * 1e6) / people,
    memory: Math.max(0, residentBytes(running.pid) - memory) / people,
  };
}

/** What meetings cost whose people are at two servers, beyond what the same would cost at one. */
async function costOfTails(
  bench: Bench,
  [first, second]: readonly [System, System],
  known: { batch: number; command: number; frame: number; databaseBatch: number; entry: number },
): Promise<{ server: number; database: number }> {
  const [{ meetings, people, cards }] = shapes;
  const half = { meetings, people: people / 2, cards };
  return inSession(first, half, (here) =>
    inSession(second, half, async (there) => {
      await Promise.all([here.connect(), there.connect()]);
      // As busy as in an installation of that size, where many tails are read in one statement.
      const seen = await observe(bench, [here, there], 2_500);
      // Every entry goes to the people at the other server, too, whom the generator does not count.
      const frames = seen.entries * people;
      const server =
        seen.batches * known.batch + seen.commands * known.command + frames * known.frame;
      const database = seen.batches * known.databaseBatch + seen.entries * known.entry;
      return {
        server: Math.max(0, seen.serverUs - server) / seen.entries,
        database: Math.max(0, seen.databaseUs - database) / seen.entries,
      };
    }),
  );
}
