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

/** What is done to them, and since when nothing keeps them from coming back. */
const CUTS: readonly (readonly [string, () => Promise<number>])[] = [
  [
    'the line is cut',
    async () => {
      for (const each of herd) each.cut();
      return performance.now();
    },
  ],
  [
    'the server is killed, and another starts',
    async () => {
      await server.kill('SIGKILL');
      server = await serverProcess(port, environment);
      return performance.now();
    },
  ],
];

test.each(CUTS)(
  `${SOCKETS} connections are lost at once as %s: all come back, and no process ends`,
  { timeout: 240_000 },
  async (name, cut) => {
    const working = work(people, 20);
    await pause(500);
    const lossesBefore = herd[0]?.awayMs.length;
    const since = await cut();
    await allIn();
    const tookMs = performance.now() - since;
    await working.stop();
    const delay = await eventLoopDelay();
    const last = herd.flatMap(({ awayMs }) => awayMs.slice(lossesBefore));
    expect(last).toHaveLength(SOCKETS);
    const later = herd.reduce((sum, { asked }) => sum + asked(), 0);
    tell(
      `${name}: ${SOCKETS} back within ${Math.round(tookMs)} ms (away p50 ${Math.round(quantile(last, 0.5))}, ` +
        `p99 ${Math.round(quantile(last, 0.99))} ms), ${later} told to wait, event loop p99 ${Math.round(delay * 1_000)} ms`,
    );
    expect(tookMs).toBeLessThan(BACK_WITHIN_MS);
    if (isLong) expect(delay).toBeLessThan(DELAY_P99);
    expect((await ask(`${url}/health`)).status).toBe(200);
    expect(server.said()).not.toContain('"level":50');
    expect(wrongIn(await recordsOf(there, people))).toEqual([]);
  },
);

function allIn(): Promise<void> {
  return vi.waitFor(
    () => {
      const missing = herd.filter((each) => !each.isIn()).length;
      if (missing > 0) throw new Error(`${missing} of ${herd.length} are not in`);
    },
    { timeout: 120_000, interval: 20 },
  );
}

async function eventLoopDelay(): Promise<number> {
  const families = parsed((await ask(`${url}/metrics`)).text);
  return families.get('nodejs_eventloop_delay_p99_seconds')?.samples[0]?.value ?? NaN;
}
