import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { parsed } from '../apps/server/src/operations/metrics/testing/parsed.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { ask } from '../deploy/testing/ask.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { inForm, isLong } from './length.ts';
import { gathering } from './rig/people/hall.ts';
import { light, type Light } from './rig/people/light.ts';
import { quantile } from './rig/people/noticed.ts';
import { participant } from './rig/people/participant.ts';
import { recordsOf, wrongIn } from './rig/people/record.ts';
import { settled, work } from './rig/people/work.ts';
import { tell } from './rig/tell.ts';

const MEETINGS = inForm({ short: 5, long: 25 });
const GUESTS = 20;
/** Each guest has so many tabs. */
const TABS = 10;
const SOCKETS = MEETINGS * GUESTS * TABS;
/** So many come a second before anything happens. */
const ARRIVALS = 500;
/** Longer is a defect, whatever the machine is busy with; how long it may take is looked at in the long form. */
const BACK_WITHIN_MS = inForm({ short: 60_000, long: 10_000 });
const DELAY_P99 = 0.2;

const database = await freshDatabase();
const port = await freePort();
const environment = {
  DATABASE_URL: database,
  RONDO_SECRET: 'one secret, also for the server that comes after it',
  RONDO_PUBLIC_URL: `http://127.0.0.1:${port}`,
};
let server = await serverProcess(port, environment);
afterAll(() => server.kill('SIGKILL'));
const { url } = server;

const there = await gathering({ url, claimCode: server.claimCode, database }, MEETINGS, GUESTS + 1);
const people = there.seats.filter(({ leads }) => leads).map((seat) => participant(seat, () => url));
const herd: Light[] = [];
afterAll(() => [...herd, ...people.map(({ client }) => client)].forEach((each) => each.close()));
for (const seat of there.seats) {
  if (seat.leads) continue;
  for (let tab = 0; tab < TABS; tab++) herd.push(light(seat, url));
  await pause((TABS / ARRIVALS) * 1_000);
}
await allIn();
await settled(people);

interface Cut {
  readonly name: string;
  /** Resolves when nothing keeps people from coming back. */
  readonly happens: () => Promise<void>;
  /** The server that they come back to was there before. */
  readonly isSurvived: boolean;
}

const CUTS: readonly Cut[] = [
  {
    name: 'the line is cut',
    happens: async () => herd.forEach((each) => each.cut()),
    isSurvived: true,
  },
  {
    name: 'the server is killed, and another starts',
    happens: async () => {
      await server.kill('SIGKILL');
      server = await serverProcess(port, environment);
    },
    isSurvived: false,
  },
];

test.each(CUTS)(
  `${SOCKETS} connections are lost at once as $name: all come back, and no process ends`,
  { timeout: 240_000 },
  async ({ name, happens, isSurvived }) => {
    const working = work(people, 20);
    await pause(500);
    const lossesBefore = herd[0]?.awayMs.length;
    const askedBefore = toldToWait();
    const before = await eventLoop();
    await happens();
    const since = performance.now();
    await allIn();
    const tookMs = performance.now() - since;
    const after = await eventLoop();
    await working.stop();

    const last = herd.flatMap(({ awayMs }) => awayMs.slice(lossesBefore));
    expect(last).toHaveLength(SOCKETS);
    const from = isSurvived ? before : { active: 0, cpu: 0 };
    const heldUp = Math.max(1, (after.active - from.active) / (after.cpu - from.cpu));
    tell(
      `${name}: ${SOCKETS} back within ${Math.round(tookMs)} ms (away p50 ${Math.round(quantile(last, 0.5))}, ` +
        `p99 ${Math.round(quantile(last, 0.99))} ms), ${toldToWait() - askedBefore} told to wait, ` +
        `event loop p99 ${Math.round(after.delay * 1_000)} ms, ` +
        `${(after.cpu - from.cpu).toFixed(1)} s of CPU, held up by others ${heldUp.toFixed(1)} times`,
    );
    expect(tookMs).toBeLessThan(BACK_WITHIN_MS * heldUp);
    // One that has just started takes in all that waits at its door in one turn.
    if (isLong && isSurvived) expect(after.delay).toBeLessThan(DELAY_P99 * heldUp);
    expect((await ask(`${url}/health`)).status).toBe(200);
    expect(server.said()).not.toContain('"level":50');
    expect(wrongIn(await recordsOf(there, people))).toEqual([]);
  },
);

const toldToWait = (): number => herd.reduce((sum, { asked }) => sum + asked(), 0);

function allIn(): Promise<void> {
  return vi.waitFor(
    () => {
      const missing = herd.filter((each) => !each.isIn()).length;
      if (missing > 0) throw new Error(`${missing} of ${herd.length} are not in`);
    },
    { timeout: 120_000, interval: 20 },
  );
}

/**
 * How late the server's turns were since it was last asked, and for how long it was at work, by the
 * clock and by its CPU: where these are far apart, others had the machine.
 */
async function eventLoop(): Promise<{ delay: number; active: number; cpu: number }> {
  const families = parsed((await ask(`${url}/metrics`)).text);
  const of = (name: string, label?: string): number =>
    (families.get(name)?.samples ?? [])
      .filter(({ labels }) => label === undefined || Object.values(labels).includes(label))
      .reduce((sum, { value }) => sum + value, 0);
  return {
    delay: of('nodejs_eventloop_delay_p99_seconds'),
    active: of('nodejs_eventloop_time_seconds_total', 'active'),
    cpu: of('process_cpu_time_seconds_total'),
  };
}
