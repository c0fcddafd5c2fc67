import type { Hint } from '@rondo/live/room';
import { busContract, SMALL, smallMeeting } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../../../bench/free-port.ts';
import { makeLog } from '../log.ts';
import { freshDatabase } from '../testing/postgres.ts';
import type { HintBus } from './hint-bus.ts';
import { redisBus } from './redis-bus.ts';
import { callIn, until } from './testing/caller.ts';
import { liveServer } from './testing/live-server.ts';
import { findRedis, redisProcess, type RedisProcess } from './testing/redis-process.ts';

const found = findRedis();
const why = 'path' in found ? '' : found.missing;
const path = 'path' in found ? found.path : '';

describe.skipIf(why !== '')(
  `the bus through Valkey or Redis${why && ` (left out: ${why})`}`,
  () => {
    const log = makeLog('silent');
    let port: number;
    let redis: RedisProcess;
    let a: HintBus;
    let b: HintBus;
    const url = (): string => `redis://127.0.0.1:${port}`;
    const hold = (condition: () => boolean): Promise<void> =>
      vi.waitFor(() => expect(condition()).toBe(true), { timeout: 20_000, interval: 5 });
    const acquainted = (): Promise<void> => hold(() => a.peers() > 0 && b.peers() > 0);

    beforeAll(async () => {
      port = await freePort();
      redis = await redisProcess(path, port);
      a = redisBus(url(), 'a', log);
      b = redisBus(url(), 'b', log);
      await acquainted();
    });
    afterAll(async () => {
      await Promise.all([a.close(), b.close()]);
      await redis.kill();
    });

    for (const { title, run } of busContract)
      test(title, () => expect(run({ a, b, until: hold })).resolves.toBeUndefined());

    test('[R23] after it was killed and started anew, nodes hear each other again', async () => {
      const heard: Hint[] = [];
      const stop = b.subscribe((hint) => heard.push(hint));
      await redis.kill();
      a.publish({ k: 'poke', topic: 'into nowhere' });
      redis = await redisProcess(path, port);
      await hold(() => {
        a.publish({ k: 'poke', topic: 'still there' });
        return heard.length > 0;
      });
      expect(heard[0]).toEqual({ k: 'poke', topic: 'still there' });
      stop();
    });

    test('a node that starts while it is away joins when it is there', async () => {
      await redis.kill();
      const late = redisBus(url(), 'late', log);
      redis = await redisProcess(path, port);
      await expect.poll(late.peers, { timeout: 20_000 }).toBe(2);
      await late.close();
    });

    test('one that was never there can be given up', async () => {
      const nowhere = redisBus(`redis://127.0.0.1:${await freePort()}`, 'alone', log);
      nowhere.publish({ k: 'poke', topic: 'nobody' });
      await nowhere.close();
      expect(nowhere.peers()).toBe(0);
    });

    test('people on two nodes work in one meeting through it', async () => {
      const meeting = 'meeting' as MeetingId;
      const database = await freshDatabase();
      const busUrl = new URL(url());
      const one = await liveServer(database, { busUrl });
      const two = await liveServer(database, { busUrl });
      await one.live.log.create(meeting, smallMeeting(meeting));
      await until(() => expect([one, two].map(({ live }) => live.figures().peers)).toEqual([3, 3]));
      const ann = await callIn(one.port, meeting, 'ann');
      const bob = await callIn(two.port, meeting, 'bob');
      ann.act('say', { key: 'a', text: 'from one' });
      await until(() => expect(ann.answered()).toBe(1));
      await until(() => {
        const entries = bob.messages.filter((each) => each.t === 'p');
        expect(JSON.stringify(entries)).toContain('from one');
      });
      expect(JSON.stringify(bob.messages)).toContain(SMALL);
      for (const { web } of [ann, bob]) web.close();
      await Promise.all([one.close(), two.close()]);
    });
  },
);
