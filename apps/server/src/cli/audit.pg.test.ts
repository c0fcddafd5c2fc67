import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { claimedBy } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { rondo } from './testing/rondo.ts';

const server = await testServer();
await claimedBy(server);

async function audit(...args: string[]): Promise<{ code: number; said: string }> {
  const { code, said, complained } = await rondo(server.environment, ['audit', ...args]);
  return { code, said: said + complained };
}

test('at the terminal one reads the log, has it checked, and keeps its head', async () => {
  const list = await audit('list');
  expect(list).toMatchObject({ code: 0 });
  expect(list.said).toMatch(/server-started .*\n.*server-claimed .*"team":/);
  const json = await audit('list', '--json', '--since', '2020-01-01');
  const rows = json.said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { act: string });
  expect(rows.map(({ act }) => act)).toContain('signed-in');

  const head = (await audit('head')).said.trim();
  expect(head).toMatch(/^\d+:[0-9a-f]{64}$/);
  const whole = await audit('verify', '--head', head);
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.said).toContain(' rows are as they were written.');

  await sql`alter table audit disable trigger user`.execute(server.app.db);
  await sql`update audit set actor = null where act = 'server-claimed'`.execute(server.app.db);
  const broken = await audit('verify');
  expect(broken.code).toBe(1);
  expect(broken.said).toMatch(/^Row \d+ is not what it was/);
});
