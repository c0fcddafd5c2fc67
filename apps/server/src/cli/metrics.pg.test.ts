import { expect, test } from 'vitest';
import { bodyOf, claimedBy } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { rondo } from './testing/rondo.ts';

test('at the terminal one has the figures counted anew', async () => {
  const server = await testServer();
  const recount = () => rondo(server.environment, ['metrics', 'recount']);
  expect(await recount()).toMatchObject({ code: 0, said: 'Nothing was noted yet.\n' });
  const { ada, team } = await claimedBy(server);
  const activity = 'start-stop-continue';
  bodyOf(await ada.post(`/api/teams/${team}/meetings`, { activity }));
  bodyOf(await ada.get('/api/server/metrics'));
  await server.app.db.updateTable('week_count').set({ active: 99 }).execute();
  const { code, said } = await recount();
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/^Counted anew from \d{4}-\d\d-\d\d on\.\n$/),
  ]);
  const weeks = await server.app.db.selectFrom('week_count').select('active').execute();
  expect(new Set(weeks.map(({ active }) => active))).toEqual(new Set([1]));
  expect((await rondo(server.environment, ['metrics'])).code).toBe(1);
});
