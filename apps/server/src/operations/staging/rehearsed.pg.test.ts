import { expect, it, vi } from 'vitest';
import { testServer } from '../../testing/server.ts';
import { latestRun } from '../runs/runs.ts';
import { rehearsed } from './rehearsed.ts';

const SECRET = 'a secret of thirty-two characters or more';

it('a new server that lets too few in is told with the exact line, which others can read too', async () => {
  const server = await testServer({ RONDO_SECRET: SECRET, RONDO_MAX_CONNECTIONS: '40' });
  const { db, pool, settings } = server.app;
  const plan = {
    publicUrl: server.url,
    settings: { ...settings, port: server.port },
    database: { db, pool },
    playMs: 200,
  };
  // While this machine is too busy, that is what it is told first.
  const result = await vi.waitFor(async () => {
    const found = await rehearsed(plan, 60);
    expect(found).toMatchObject({
      passed: false,
      repair: expect.stringContaining('RONDO_MAX_CONNECTIONS unset or higher'),
    });
    return found;
  }, 40_000);
  expect(result.todo).toEqual([result.repair]);
  expect(result.found.join('\n')).toContain(result.repair);
  expect(await latestRun(db, 'rehearsal')).toMatchObject({ succeeded: false });
});
