import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../../../../bench/free-port.ts';
import { findRedis, redisProcess } from '../../../live/testing/redis-process.ts';
import { found, world } from '../testing/world.ts';
import { bus } from './bus.ts';

const redis = findRedis();
const why = 'path' in redis ? '' : redis.missing;

it.skipIf(why !== '')(
  `a real one that runs is found well${why && ` (left out: ${why})`}`,
  async () => {
    const port = await freePort();
    const running = await redisProcess('path' in redis ? redis.path : '', port);
    onTestFinished(running.kill);
    const environment = { RONDO_BUS: `redis://127.0.0.1:${port}` };
    // A machine that has much else to do may be late once.
    await expect
      .poll(() => found(bus, world({ environment }), 'answer'), { timeout: 30_000 })
      .toMatchObject({ severity: 'ok' });
  },
);
