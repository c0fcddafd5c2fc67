import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { makeLog } from '../../log.ts';
import { testDatabase } from '../../testing/database.ts';
import { version } from '../../version.ts';
import { appear, presentNodes } from './nodes.ts';

const { db } = await testDatabase();
const log = makeLog('silent');

it('a server is seen by the others from its start until it leaves', async () => {
  const one = await appear(db, 'one', 24, log);
  const two = await appear(db, 'two', 24, log);
  expect(await presentNodes(db)).toMatchObject([
    { name: 'one', release: version, pid: process.pid, draining: false, databaseConnections: 24 },
    { name: 'two' },
  ]);
  await one.drains();
  expect(await presentNodes(db)).toMatchObject([{ draining: true }, { draining: false }]);
  await one.leave();
  expect((await presentNodes(db)).map(({ name }) => name)).toEqual(['two']);
  await two.leave();
});

it('who was killed is gone after 45 s', async () => {
  const killed = await appear(db, 'killed', 24, log);
  await sql`update server_node set seen_at = now() - interval '46 seconds'`.execute(db);
  expect(await presentNodes(db)).toEqual([]);
  await killed.leave();
});
