import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { inForm, isLong } from './length.ts';
import { metric } from './rig/metric.ts';
import { deafReader } from './rig/people/deaf-reader.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { quantile } from './rig/people/noticed.ts';
import { LONG, rewriteTasks } from './rig/people/rewrite-tasks.ts';
import { memoryOf } from './rig/process-memory.ts';
import { tell } from './rig/tell.ts';

const SIZE = inForm({ short: 10, long: 50 });
/** Of each, so that what everybody gets per second is 800 kB, or 400 kB where there are many. */
const PER_SECOND = inForm({ short: 400, long: 200 }) / SIZE;
/** What a server may keep for one who does not listen, MB. */
const MOST_KEPT = 20;

const database = await freshDatabase();
const server = await serverProcess(await freePort(), { DATABASE_URL: database });
afterAll(() => server.kill('SIGKILL'));
const there = await meetingOn(server, { size: SIZE, database });
afterAll(there.leave);

test(`one beside ${SIZE} who does not read is told nothing more, then cut; costs no memory, and nobody notices`, async () => {
  const rewriting = rewriteTasks(there.people, PER_SECOND, LONG);
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, memoryOf(server.pid))), 50);
  // A heap grows for a minute or so, whoever reads.
  await pause(inForm({ short: 1_000, long: 55_000 }));
  const earlier = most;
  await pause(inForm({ short: 2_000, long: 25_000 }));
  const usually = quantile(rewriting.took, 0.99);
  const known = rewriting.took.length;
  /** The most that the same work takes when everybody reads. */
  const held = most;
  /** So much more it takes by itself in the time that is looked at. */
  const drift = isLong ? held - earlier : 0;
  const deaf = await deafReader(server.url, there.leader);
  const since = performance.now();
  // What the kernel holds on the way has to be full first, some MB.
  const reaches = (name: string, value: number): Promise<void> =>
    vi.waitFor(async () => expect(await metric(server.url, name)).toBe(value), {
      timeout: 60_000,
      interval: 100,
    });
  await reaches('rondo_live_slow_readers_total', 1);
  const behindAfter = performance.now() - since;
  if (isLong) await reaches('rondo_live_connections', SIZE);
  const cutAfter = performance.now() - since;
  clearInterval(watch);
  await rewriting.stop();
  const now = quantile(rewriting.took.slice(known), 0.99);
  tell(
    `behind after ${Math.round(behindAfter)} ms${isLong ? `, cut after ${Math.round(cutAfter)} ms` : ''}; memory ${Math.round(held)} MB at most with everybody reading, ${Math.round(most - held)} more with one who does not, where ${Math.round(drift)} more came before; others p99 ${Math.round(usually)} ms before, ${Math.round(now)} ms meanwhile`,
  );
  deaf.terminate();
  await there.settled();
  expect(most - held - drift).toBeLessThan(MOST_KEPT);
  expect(now).toBeLessThan(usually * 3 + 500);
  expect(there.people.flatMap(({ said }) => said.map(({ is }) => is))).not.toContain('offline');
  expect(await there.wrong()).toEqual([]);
});
