import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../../../bench/free-port.ts';
import { findRedis, redisProcess } from '../../live/testing/redis-process.ts';
import { claimedBy } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { listening } from './testing/listening.ts';

const found = findRedis();
const why = 'path' in found ? '' : found.missing;
const path = 'path' in found ? found.path : '';

describe.skipIf(why !== '')(`news through Valkey or Redis${why && ` (left out: ${why})`}`, () => {
  it('what is poked on one server is heard by pages of another', async () => {
    const port = await freePort();
    const redis = await redisProcess(path, port);
    onTestFinished(redis.kill);
    const first = await testServer({
      RONDO_SECRET: 'of-both-servers-and-long-enough-for-one',
      RONDO_BUS: `redis://127.0.0.1:${port}`,
    });
    const { ada, team } = await claimedBy(first);
    const second = await testServer(first.environment);
    const there = await listening(second, ada);
    const metrics = async () => (await fetch(`${first.url}/metrics`)).text();
    await expect.poll(metrics, { timeout: 15_000 }).toContain('rondo_live_other_nodes 1');
    first.app.live.poke(`news:team:${team}:tasks`);
    await expect.poll(() => there.topics, { timeout: 5_000 }).toContain(`team:${team}:tasks`);
  });
});
