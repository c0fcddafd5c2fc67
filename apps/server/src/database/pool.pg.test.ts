import { expect, onTestFinished, test } from 'vitest';
import { makeLog } from '../log.ts';
import { freshDatabase } from '../testing/postgres.ts';
import { openPool } from './pool.ts';

test('a connection that is lost in the midst of a transaction fails that, and ends nothing else', async () => {
  const url = await freshDatabase();
  const pool = openPool({ url, name: 'test', most: 2, log: makeLog('silent') });
  onTestFinished(() => pool.end());
  const client = await pool.connect();
  await client.query('begin');
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const gone = new Promise((resolve) => client.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await gone;
  await expect(client.query('commit')).rejects.toThrow(/connection/);
  client.release();
  expect((await pool.query('select 1 as well')).rows).toEqual([{ well: 1 }]);
});
