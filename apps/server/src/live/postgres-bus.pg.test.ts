import type { Hint } from '@rondo/live/room';
import { busContract } from '@rondo/live/testing';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { makeLog } from '../log.ts';
import { freshDatabase } from '../testing/postgres.ts';
import { postgresBus } from './postgres-bus.ts';

const url = await freshDatabase();
const log = makeLog('silent');
const a = postgresBus(url, 'a', log);
const b = postgresBus(url, 'b', log);
afterAll(() => Promise.all([a.close(), b.close()]));

const until = (condition: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 10_000, interval: 5 });

describe('the bus through PostgreSQL', async () => {
  await until(() => a.peers() > 0 && b.peers() > 0);
  for (const { title, run } of busContract)
    test(title, () => expect(run({ a, b, until })).resolves.toBeUndefined());

  test('[R23] after its connection was cut it hears again', async () => {
    const heard: Hint[] = [];
    const stop = b.subscribe((hint) => heard.push(hint));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rondo hints'`,
    );
    await client.end();
    await until(() => {
      a.publish({ k: 'poke', topic: 'still there' });
      return heard.length > 0;
    });
    expect(heard[0]).toEqual({ k: 'poke', topic: 'still there' });
    stop();
  });
});
