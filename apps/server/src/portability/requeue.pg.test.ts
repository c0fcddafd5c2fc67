import { randomUUID } from 'node:crypto';
import type { DataJob, Me } from '@rondo/contract';
import { expect, test } from 'vitest';
import { bodyOf, claimedBy } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { requeueMoves } from './requeue.ts';
import { ended } from './testing/by-hand.ts';

const server = await testServer();
const { db, jobs } = server.app;

test('an export that was asked for before a restore is made after it, once', async () => {
  const { ada } = await claimedBy(server);
  const { id: user } = bodyOf<Me>(await ada.get('/api/me'));
  const id = randomUUID();
  // As a restore leaves it: written down, and no job of it anywhere.
  await db
    .insertInto('data_job')
    .values({ id, kind: 'export', scope: 'person', user_id: user, state: 'working' })
    .execute();
  expect(await Promise.all([requeueMoves(db, jobs), requeueMoves(db, jobs)])).toContain(1);
  expect(await requeueMoves(db, jobs)).toBe(0);
  const made = await ended(ada, bodyOf<DataJob>(await ada.get(`/api/data-jobs/${id}`)));
  expect(made.state).toBe('ready');
});
