import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { ask } from '../deploy/testing/ask.ts';
import { serverProcess, type ServerProcess } from '../deploy/testing/server-process.ts';
import { inForm, isLong } from './length.ts';
import { fronts, type FrontKind } from './rig/fronts.ts';
import { asking } from './rig/people/asked.ts';
import { gathering, owned } from './rig/people/hall.ts';
import { unnoticedLies } from './rig/people/mutants.ts';
import { quantile } from './rig/people/noticed.ts';
import { participant } from './rig/people/participant.ts';
import { recordsOf, wrongIn } from './rig/people/record.ts';
import { settled, work } from './rig/people/work.ts';
import { tell } from './rig/tell.ts';

const MEETINGS = 4;
const EACH = 25;
const PER_SECOND = 30;
/** So long people work between one thing and the next, ms. */
const BETWEEN_MS = inForm({ short: 500, long: 3_000 });
/** Who was cut is back within, ms. */
const BACK_WITHIN_MS = 1_000;
const database = await freshDatabase();
const ports = [await freePort(), await freePort()] as const;
const secure = await freePort();
const url = `https://localhost:${secure}`;
const environment = {
  DATABASE_URL: database,
  RONDO_SECRET: 'one secret for both of the servers',
  RONDO_PUBLIC_URL: url,
  // Longer than any of the proxies takes to see that nobody is to be sent there any more.
  RONDO_DRAIN_PAUSE: '4',
};
const nodes: [ServerProcess, ServerProcess] = [
  await serverProcess(ports[0], environment),
  await serverProcess(ports[1], environment),
];
afterAll(() => Promise.all(nodes.map((node) => node.kill('SIGKILL'))));
const hall = { url: nodes[1].url, origin: url, claimCode: nodes[1].claimCode, database };
const owner = await owned(hall);

/** HAProxy carries what all of them do; the others are seen stopping servers in the long form. */
const isRolled = ({ name }: FrontKind): boolean => isLong || name === 'HAProxy';

test.each(fronts)(
  `$name in front of ${MEETINGS * EACH} people: servers change behind it, it is reloaded, nothing is lost`,
  { timeout: inForm({ short: 120_000, long: 400_000 }) },
  async (kind) => {
    if (kind.missing !== undefined) {
      tell(`left out: ${kind.missing}`);
      return;
    }
    const front = await kind.prepare(ports, secure);
    onTestFinished(front.stop);
    front.start();
    await vi.waitFor(async () => expect((await ask(`${url}/ready`)).status).toBe(200), 20_000);
    const there = await gathering(hall, MEETINGS, EACH, owner);
    const people = there.seats.map((seat) => participant(seat, () => url));
    onTestFinished(() => people.forEach(({ client }) => client.close()));
    await settled(people);
    const noticed = people.map((each) => each.noticed);
    const seen = (): unknown[] =>
      noticed.flatMap(({ forced, banners, refused }) => [...forced, ...banners, ...refused]);

    const working = work(people, PER_SECOND);
    const requests = asking(url);
    if (isRolled(kind)) {
      for (const at of inForm<readonly (0 | 1)[]>({ short: [0], long: [0, 1, 0, 1] })) {
        expect(await nodes[at].kill('SIGTERM')).toBe(0);
        expect(seen()).toEqual([]);
        nodes[at] = await serverProcess(ports[at], environment);
        await pause(BETWEEN_MS);
      }
    }
    expect((await requests.stop()).wrong).toEqual([]);
    expect(seen()).toEqual([]);
    const turnedAway = noticed.flatMap((each) => each.turnedAway).length;
    tell(
      `${kind.name}: servers changed, ${turnedAway} came to one that was leaving and tried again`,
    );

    await pause(BETWEEN_MS);
    await front.reload();
    await pause(BETWEEN_MS);
    await working.stop();
    await vi.waitFor(async () => expect((await ask(`${url}/ready`)).status).toBe(200), 10_000);
    const away = noticed.flatMap(({ awayMs }) => awayMs);
    const cut = noticed.flatMap(({ forced }) => forced).length;
    const p99 = Math.round(quantile(away, 0.99));
    tell(`${kind.name} was reloaded: ${cut} of ${people.length} cut, back within ${p99} ms (p99)`);
    // Debian's Caddy cuts every connection, as it is too old for our file to keep it from that.
    if (kind.name !== 'Caddy') expect(seen()).toEqual([]);
    else expect(cut).toBeLessThanOrEqual(people.length);
    if (isLong) expect(p99).toBeLessThan(BACK_WITHIN_MS);

    const records = await recordsOf(there, people);
    expect(wrongIn(records)).toEqual([]);
    if (isLong) expect(unnoticedLies(records[0], noticed)).toEqual([]);
  },
);
