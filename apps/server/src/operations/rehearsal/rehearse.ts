import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import type { Db } from '../../database/database.ts';
import { thisMachine } from '../doctor/machine.ts';
import { proxiesHere } from '../doctor/outside/proxies-here.ts';
import { cleanUp } from './clean-up.ts';
import type { Failure } from './failure.ts';
import { limitBehind, type Limit } from './limits.ts';
import { everybodyIn, playMeetings, type MixFigures } from './mix.ts';
import { rehearsalPerson, type RehearsalPerson } from './person.ts';
import { openMany } from './ramp.ts';
import { askServer, type ServerFigures } from './server-figures.ts';
import { slowness } from './slowness.ts';
import { setStage } from './stage.ts';

export interface RehearsalPlan {
  /** What people use, such as `https://rondo.example.org`. */
  readonly address: string;
  readonly token: string;
  readonly people: number;
  /** How long the meetings are played, ms. */
  readonly playMs: number;
  /** Undefined: on another machine; then nobody meets, and only sockets are opened. */
  readonly stage?: Stage | undefined;
  /** The server itself, past every proxy, where it is on this machine. */
  readonly server?:
    | { readonly port: number; readonly metricsToken: string | undefined }
    | undefined;
  readonly patienceMs?: number;
  readonly tell?: (what: string) => void;
  /** Ends it early, and tidily. */
  readonly signal?: AbortSignal;
}

interface Stage {
  readonly db: Db;
  readonly pool: Pool;
  readonly cookieName: (meeting: string) => string;
}

export interface RehearsalResult {
  readonly address: string;
  readonly passed: boolean;
  /** Somebody has stopped it before its time. */
  readonly isStopped: boolean;
  readonly people: number;
  /** The most that were there at the same moment. */
  readonly open: number;
  /** Those that did not get in, or were cut off. */
  readonly failed: number;
  /** What the way to the server bears, in its best second. */
  readonly handshakesPerSecond: number;
  /** Null: there was nobody to meet. */
  readonly meetings: MixFigures | null;
  /** From a word to its echo on the sockets beside, ms. */
  readonly echoP99: number;
  /** What broke, and the line that mends it; null: nothing did. */
  readonly limit: Limit | null;
  /** What would break first with more people, as far as it can be seen from here. */
  readonly next: { readonly people: number; readonly what: string; readonly repair: string } | null;
}

/** So many of them meet; the rest only hold their sockets, which is what limits count. */
const meetingOf = (people: number): number =>
  Math.min(people, Math.max(8, Math.min(96, Math.floor(people / 4))));
const AT_A_TIME = 20;
const PATIENCE_MS = 5_000;

/** Plays a Friday through the public address, in bounded time, and leaves nothing behind. */
export async function rehearse(plan: RehearsalPlan): Promise<RehearsalResult> {
  if (!plan.stage) return perform(plan, []);
  const { db, pool } = plan.stage;
  const lock = await pool.connect();
  try {
    // Held by this connection: it goes with the process, however that ends.
    const { rows } = await lock.query<{ got: boolean }>(
      `select pg_try_advisory_lock(hashtext('rondo rehearsal')) as got`,
    );
    if (!rows[0]?.got) throw new CannotStart('Another rehearsal is running. Wait for its end.');
    // Of one that crashed.
    await cleanUp(db);
    try {
      const seats = await setStage(db, meetingOf(plan.people));
      const { patienceMs = PATIENCE_MS, address } = plan;
      const { cookieName } = plan.stage;
      const people = seats.map((seat) =>
        rehearsalPerson(seat, { address, cookieName: cookieName(seat.meeting), patienceMs }),
      );
      try {
        return await perform(plan, people);
      } finally {
        for (const { client } of people) client.close();
      }
    } finally {
      await cleanUp(db);
    }
  } finally {
    // Ends the lock with its connection.
    lock.release(true);
  }
}

async function perform(
  plan: RehearsalPlan,
  people: readonly RehearsalPerson[],
): Promise<RehearsalResult> {
  const { address, token, server, tell = () => undefined, patienceMs = PATIENCE_MS } = plan;
  const figures = async (): Promise<ServerFigures | undefined> =>
    server && askServer(`http://localhost:${server.port}`, server.metricsToken);
  const before = await figures();
  const failures: Failure[] = await everybodyIn(people);
  const inside = people.length - failures.length;
  tell(`${inside} people are in their meetings.`);
  const ramp = await openMany({
    address,
    token,
    people: failures.length > 0 || plan.signal?.aborted ? 0 : plan.people - people.length,
    atATime: AT_A_TIME,
    patienceMs,
    longestMs: 120_000,
    beside: inside,
  });
  try {
    tell(`${ramp.mostOpen} of ${plan.people} sockets are open.`);
    const opened = [...failures, ...ramp.failures];
    // What has broken by now is what was asked; playing on would only take time.
    const isBroken = opened.length > 0;
    const playMs = isBroken ? Math.min(plan.playMs, 5_000) : plan.playMs;
    const [meetings, echoes] = await Promise.all([
      inside > 0 ? playMeetings(people, playMs, plan.signal) : null,
      echoAround(ramp, people.length > 0 || !isBroken ? playMs : 0, plan.signal),
    ]);
    const after = await figures();
    const all = [...failures, ...ramp.failures, ...echoes.failures];
    const proxies = server ? await proxiesHere([server.port], thisMachine.read) : [];
    const around = {
      address,
      people: plan.people,
      mostOpen: ramp.mostOpen,
      proxies: proxies.filter((proxy) => 'people' in proxy),
      server: after && {
        ...after,
        listenDrops: after.listenDrops - (before?.listenDrops ?? after.listenDrops),
      },
    };
    const limit = limitBehind(all, around) ?? slowness({ meetings, server: around.server, ramp });
    const [lowest] = around.proxies.toSorted((a, b) => a.people - b.people);
    return {
      address,
      passed: limit === null && !plan.signal?.aborted,
      isStopped: plan.signal?.aborted ?? false,
      people: plan.people,
      open: ramp.mostOpen,
      failed: all.length,
      handshakesPerSecond: ramp.handshakesPerSecond,
      meetings,
      echoP99: echoes.p99,
      limit,
      next: lowest
        ? {
            people: lowest.people,
            what: `${lowest.kind}: ${lowest.limitedBy}`,
            repair: lowest.repairFor(lowest.people * 2),
          }
        : null,
    };
  } finally {
    ramp.close();
  }
}

/** Some of the sockets say something now and then, as hearts beat; the others keep silent. */
async function echoAround(
  ramp: Awaited<ReturnType<typeof openMany>>,
  ms: number,
  signal?: AbortSignal,
): Promise<{ p99: number; failures: Failure[] }> {
  const took: number[] = [];
  const failures: Failure[] = [];
  const end = performance.now() + ms;
  const talking = ramp.probes.filter((_, at) => at % 2 === 0);
  for (let at = 0; talking.length > 0 && performance.now() < end && !signal?.aborted; at++) {
    const answer = await talking[at % talking.length]?.echo();
    if (typeof answer === 'number') took.push(answer);
    // One that was cut is counted by the ramp.
    else if (answer && answer.kind !== 'cut') failures.push(answer);
    await pause(50);
  }
  // With nobody to talk to, only the silence of the others is waited for.
  while (talking.length === 0 && performance.now() < end && !signal?.aborted) await pause(50);
  took.sort((a, b) => a - b);
  return { p99: Math.round((took[Math.floor(took.length * 0.99)] ?? 0) * 10) / 10, failures };
}
