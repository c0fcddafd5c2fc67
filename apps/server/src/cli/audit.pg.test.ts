import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { claimedBy } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';

const server = await testServer();
await claimedBy(server);

/** As somebody types it at a terminal. */
const audit = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { PATH: process.env['PATH'], ...server.environment };
    const main = join(import.meta.dirname, 'main.ts');
    execFile(process.execPath, [main, 'audit', ...args], { env }, (error, out, failed) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: out + failed }),
    );
  });

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
