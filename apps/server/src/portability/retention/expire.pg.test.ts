import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { bodyOf, claimedBy, joined, type Owner } from '../../testing/people.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { keepRecorded } from '../testing/recorded-meetings.ts';
import { keepRetention, monthsBefore } from './expire.ts';

const DAY = 86_400_000;
let server: TestServer;
let owner: Owner;
let bo: { id: string };

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  bo = await joined(server, owner, 'Bo');
});

test('what is old goes a week after the leads were told; open tasks and young meetings stay', async () => {
  const { db } = server.app;
  const { ada, team } = owner;
  const now = new Date('2026-06-15T02:31:00Z');
  const [old = '', young = ''] = await keepRecorded(db, team, [bo.id]);
  await sql`update meeting set ended_at = '2026-01-01' where team_id = ${team}`.execute(db);
  await sql`update meeting set ended_at = '2026-06-01' where id = ${young}`.execute(db);
  const task = { team_id: team, meeting_name: 'Retro', place: 0, meeting_id: old };
  await db
    .insertInto('task')
    .values([
      { ...task, id: crypto.randomUUID(), meeting_task: 'a', text: 'Open still' },
      {
        ...task,
        id: crypto.randomUUID(),
        meeting_task: 'b',
        text: 'Done then',
        status: 'done',
        closed_at: new Date('2026-01-02'),
      },
    ])
    .execute();
  const left = async (): Promise<string[]> =>
    (await db.selectFrom('meeting').select('id').where('team_id', '=', team).execute()).map(
      ({ id }) => id,
    );
  const told = () =>
    db
      .selectFrom('notification')
      .select(['user_id', 'about'])
      .where('kind', '=', 'retention-soon')
      .execute();
  const all = (await left()).length;

  await keepRetention(db, now);
  expect((await left()).length).toBe(all);
  bodyOf(await ada.send('PUT', `/api/teams/${team}/retention`, { months: 3 }));
  await keepRetention(db, now);
  await keepRetention(db, new Date(now.getTime() + 6 * DAY));
  expect((await left()).length).toBe(all);
  // Once, and the lead alone.
  expect(await told()).toMatchObject([{ about: { meetings: String(all - 1) } }]);
  expect((await told())[0]?.user_id).not.toBe(bo.id);

  await keepRetention(db, new Date(now.getTime() + 7 * DAY));
  expect(await left()).toEqual([young]);
  const tasks = await db.selectFrom('task').select(['text', 'meeting_id']).execute();
  expect(tasks).toEqual([{ text: 'Open still', meeting_id: null }]);
  const boards = await sql<{ meeting_id: string }>`select meeting_id from meeting_snapshot`.execute(
    db,
  );
  expect(boards.rows).toEqual([{ meeting_id: young }]);
});

test('who changes how long begins the week anew', async () => {
  const { db } = server.app;
  const { ada, team } = owner;
  await keepRecorded(db, team, [bo.id]);
  await sql`update meeting set ended_at = '2020-01-01' where team_id = ${team}`.execute(db);
  const set = (months: number | null) =>
    ada.send('PUT', `/api/teams/${team}/retention`, { months });
  bodyOf(await set(24));
  await keepRetention(db, new Date('2026-06-01'));
  bodyOf(await set(12));
  await keepRetention(db, new Date('2026-06-09'));
  const { rows } = await sql`select id from meeting where team_id = ${team}`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
});

test.each([
  ['2026-05-31T00:00:00Z', 3, '2026-02-28T00:00:00Z'],
  ['2024-05-31T00:00:00Z', 3, '2024-02-29T00:00:00Z'],
  ['2026-01-15T12:00:00Z', 1, '2025-12-15T12:00:00Z'],
  ['2026-01-31T12:00:00Z', 14, '2024-11-30T12:00:00Z'],
])('%s less %i months is %s', (now, months, then) => {
  expect(monthsBefore(new Date(now), months)).toEqual(new Date(then));
});
