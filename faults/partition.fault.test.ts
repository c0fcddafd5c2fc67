import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { findRedis, redisProcess } from '../apps/server/src/live/testing/redis-process.ts';
import { freePort } from '../bench/free-port.ts';
import { inForm } from './length.ts';
import { facilitate } from './rig/people/facilitate.ts';
import { lateness } from './rig/people/lateness.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { writeCards } from './rig/people/write-cards.ts';
import { ownPostgres } from './rig/postgres.ts';
import { tcpProxy } from './rig/tcp-proxy.ts';
import { tell } from './rig/tell.ts';
import { twoNodes } from './rig/two-nodes.ts';

const SIZE = inForm({ short: 12, long: 60 });
/** Lines are silent for so long, ms. */
const SILENCES = inForm({ short: [3_000], long: [3_000, 12_000, 30_000, 60_000] });
/** Within this time, ms, everybody has noticed that the other end is dead. */
const NOTICED = 15_000;

const found = findRedis();
const leftOut = 'missing' in found ? ` (left out: ${found.missing})` : '';
const redisPort = await freePort();
const redis = 'missing' in found ? null : await redisProcess(found.path, redisPort);
afterAll(() => redis?.kill());
const postgres = await ownPostgres();
// Between the first node and its database, between it and its bus, and between people and it.
const toDatabase = await tcpProxy(postgres.port, 1);
const toBus = await tcpProxy(redisPort, 2);
const { nodes } = await twoNodes(afterAll, {}, [
  { DATABASE_URL: postgres.urlAt(toDatabase.port), RONDO_BUS: `redis://127.0.0.1:${toBus.port}` },
  { DATABASE_URL: postgres.url, RONDO_BUS: `redis://127.0.0.1:${redisPort}` },
]);
const toNode = await tcpProxy(nodes[0].port, 3);
const lines = [toDatabase, toBus, toNode];
afterAll(() => Promise.all(lines.map((each) => each.close())));
/** Two are at the first node, one of them by the line that breaks; every third is at the second. */
const places = [nodes[0].url, `http://127.0.0.1:${toNode.port}`, nodes[1].url];
const there = await meetingOn(nodes[0], {
  size: SIZE,
  database: postgres.url,
  urls: (each) => [places[each % 3] ?? ''],
});
afterAll(there.leave);

test.skipIf('missing' in found).each(SILENCES)(
  `lines that fall silent for %i ms: nothing is lost or doubled, and one facilitator has one timer${leftOut}`,
  async (silence) => {
    const [away, far] = [there.leader, there.people[2]];
    if (!far) throw new Error('nobody is at the other node');
    expect(await facilitate(there.leader, 'handOver', far)).toBe('done');
    expect(await facilitate(far, 'handOver', there.leader)).toBe('done');
    const stop = writeCards(there.people, 1);
    for (const each of lines) each.set({ blackhole: true });
    const since = performance.now();
    // She leads, and does not know that nothing of it arrives.
    const timer = facilitate(away, 'startTimer');
    const second = away.again(places[2] ?? '');
    await vi.waitFor(() => expect(second.getState().status.is).toBe('live'), { timeout: 5_000 });
    expect(await facilitate({ client: second }, 'handOver', far)).toBe('done');
    expect(await facilitate(far, 'startTimer')).toBe('done');
    await pause(Math.max(0, silence - (performance.now() - since)));
    for (const each of lines) each.set();
    const healedAt = performance.now();
    await stop();
    await there.settled(30_000);
    tell(`silent for ${silence} ms: all well ${Math.round(performance.now() - healedAt)} ms later`);
    second.close();
    // What she said from far away is looked at when it arrives: she no longer leads.
    expect(await timer).toBe('not-facilitator');
    const boards = there.people.map(({ client }) => client.getState().base?.board);
    expect(new Set(boards.map((board) => board?.facilitator))).toEqual(
      new Set([far.client.getState().me]),
    );
    expect(new Set(boards.map((board) => board?.timer?.endsAt)).size).toBe(1);
    expect(await facilitate(far, 'handOver', there.leader)).toBe('done');
  },
);

test.skipIf('missing' in found)(
  `lines that have died without a word: noticed within 15 s${leftOut}`,
  async () => {
    const stop = writeCards(there.people, 1);
    const since = performance.now();
    for (const each of lines) each.strand();
    const pages = Array.from({ length: 20 }, async () => {
      const { status } = await there.ada.get('/api/me');
      return { status, ms: performance.now() - since };
    });
    const byLine = there.people.filter((_, each) => each % 3 === 1);
    await vi.waitFor(
      () =>
        expect(
          byLine.every(({ said }) => said.some(({ is, at }) => is === 'offline' && at > since)),
        ).toBe(true),
      { timeout: 20_000, interval: 50 },
    );
    const offline = performance.now() - since;
    const answered = await Promise.all(pages);
    const slowest = Math.max(...answered.map(({ ms }) => ms));
    const answers = await stop();
    await there.settled(30_000);
    const bus = lateness(there.people);
    tell(
      `dead lines: people noticed within ${Math.round(offline)} ms, pages were answered within ${Math.round(slowest)} ms, cards within ${Math.round(Math.max(...answers))} ms`,
    );
    tell(`heard ${Math.round(bus.worstMs)} ms late at worst`);
    expect(offline).toBeLessThan(NOTICED);
    expect(slowest).toBeLessThan(NOTICED + 2_000);
    expect((await there.ada.get('/api/me')).status).toBe(200);
  },
);

test('nothing of all this is lost, doubled or out of order', async () => {
  expect(await there.wrong()).toEqual([]);
});
