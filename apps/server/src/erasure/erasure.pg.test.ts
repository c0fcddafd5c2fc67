import type { ErasurePreview, Me, TaskWithThread, TeamTask } from '@rondo/contract';
import { inKeyOrder } from '@rondo/live/testing';
import { outcomeOf, type MeetingId } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { keepReport } from '../portability/testing/beside-meetings.ts';
import { keepRecorded } from '../portability/testing/recorded-meetings.ts';
import { promise } from '../tasks/testing/promise.ts';
import { browser, type Browser } from '../testing/browser.ts';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import {
  bodyOf,
  claimedBy,
  homeOf,
  joined,
  mailTo,
  type Owner,
  PASSWORD,
  stranger,
} from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

/** Nobody writes it into a card. */
const NAME = 'Zebulon';

let server: TestServer;
let owner: Owner;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
});

/** Tables with rows that hold one of these anywhere, and how many. */
async function traces(words: readonly string[]): Promise<Record<string, number>> {
  const { db } = server.app;
  const { rows } = await sql<{ schema: string; table: string }>`
    select table_schema as schema, table_name as "table" from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
  `.execute(db);
  const sought = words.map((word) => word.toLowerCase());
  const found: Record<string, number> = {};
  for (const { schema, table } of rows) {
    const counted = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(`${schema}.${table}`)} as each
      where exists (select from unnest(${sought}::text[]) word where position(word in lower(each::text)) > 0)
    `.execute(db);
    const n = Number(counted.rows[0]?.n);
    if (n > 0) found[table] = n;
  }
  return found;
}

test('of an account that is erased nothing is left but its id in the audit log', async () => {
  const { db, meetingLog } = server.app;
  const { ada, team } = owner;
  const bo = await joined(server, owner, NAME);
  const meetings = await keepRecorded(db, team, [bo.id]);
  await keepReport(db, team, bo.id, NAME);
  // In each of them they were one of those who took part.
  for (const meeting of meetings) await renamed(meeting as MeetingId, bo.id);
  await promise(db, team, { owner_user: bo.id, owner_name: NAME });
  await onTheBoard(bo);
  bodyOf(await bo.there.post(`/api/teams/${team}/agenda`, { text: 'Budget' }));
  const meeting = await startedIn(team, bo.there);
  const before = bodyOf<ErasurePreview>(await bo.there.get('/api/me/erasure'));
  expect(before).toMatchObject({ password: true, lastOwnerOf: [], lastLeadOf: [], tasks: 3 });
  expect(before.meetings).toBe(meetings.length + 1);
  expect(Object.keys(await traces([NAME, bo.email])).length).toBeGreaterThan(8);

  expect((await bo.there.post('/api/me/erasure', { password: 'not mine' })).status).toBe(403);
  bodyOf(await bo.there.post('/api/me/erasure', { password: PASSWORD }));
  expect((await bo.there.get('/api/me')).status).toBe(401);

  // The meeting that runs knows them without a name, and its log is burnt at its end.
  const board = (await meetingLog.load(meeting))?.doc.board;
  expect(Object.values(board?.people ?? {}).map(({ name }) => name)).toEqual(['A former member']);
  await endMeeting(server, meeting);
  expect(await traces([NAME, bo.email])).toEqual({});
  // How often somebody did something is forgotten within a day.
  await sql`delete from limit_count`.execute(db);
  expect(Object.keys(await traces([bo.id]))).toEqual(['audit']);

  // Of their private tasks those are left that somebody else sees.
  const { tasks } = bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${team}/tasks/board`));
  expect(tasks.map(({ text }) => text).toSorted()).toEqual([
    'Hidden with Ada',
    'Promised',
    'Talked about',
  ]);
  const hidden = await db
    .selectFrom('task')
    .select('text')
    .where('private_to', 'is not', null)
    .execute();
  expect(hidden).toEqual([{ text: 'Hidden with Ada' }]);
  const { history, thread } = bodyOf<TaskWithThread>(
    await ada.get(`/api/tasks/${tasks.find(({ text }) => text === 'Talked about')?.id}`),
  );
  expect(thread).toMatchObject([{ text: 'Mine', by: { id: null, name: 'A former member' } }]);
  expect(history).toMatchObject([
    { by: 'A former member', field: 'due' },
    { by: 'Ada', field: 'owner', before: null, after: 'A former member' },
    { by: 'Ada', field: 'made' },
  ]);

  // What the team reads is whole, and says what it said.
  for (const id of meetings) {
    const said = bodyOf<object>(await ada.get(`/api/meetings/${id}/outcome`));
    expect(JSON.stringify(said)).toContain('A former member');
    const stored = await meetingLog.load(id as MeetingId);
    const remained = outcomeOf(stored!.doc.board, phasesOnServer);
    expect(inKeyOrder(JSON.parse(JSON.stringify(remained)))).toBe(inKeyOrder(said));
  }
});

/** Tasks of both that they change and talk about, and private ones. */
async function onTheBoard(bo: { there: Browser; id: string }): Promise<void> {
  const { ada, team } = owner;
  const put = async (who: Browser, text: string, more: object = {}): Promise<string> =>
    bodyOf<TeamTask>(await who.post(`/api/teams/${team}/tasks`, { text, ...more })).id;
  const task = await put(ada, 'Talked about');
  bodyOf(await ada.send('PATCH', `/api/tasks/${task}`, { owner: bo.id }));
  bodyOf(await bo.there.send('PATCH', `/api/tasks/${task}`, { due: '2031-01-31' }));
  bodyOf(await bo.there.post(`/api/tasks/${task}/comments`, { text: 'Mine' }));
  await put(bo.there, 'Hidden', { private: true });
  await put(ada, 'Hidden with Ada', { private: true, owner: bo.id });
}

/** Gives the first of who took part the name of the account whose place it is. */
async function renamed(meeting: MeetingId, user: string): Promise<void> {
  const { db } = server.app;
  const { name } = await db
    .selectFrom('participant')
    .select('name')
    .where('meeting_id', '=', meeting)
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  const from = JSON.stringify(name);
  const to = JSON.stringify(NAME);
  await sql`update outcome set outcome = replace(outcome::text, ${from}, ${to})::jsonb where meeting_id = ${meeting}`.execute(
    db,
  );
  await sql`update meeting_snapshot set doc = replace(doc, ${from}, ${to}) where meeting_id = ${meeting}`.execute(
    db,
  );
  await sql`update participant set name = ${NAME} where meeting_id = ${meeting} and user_id = ${user}`.execute(
    db,
  );
}

test('the last owner of an organization, and the last lead of a team, find somebody else first', async () => {
  const eve = await stranger(server, 'Eve');
  const me = bodyOf<Me>(await eve.get('/api/me'));
  const [organization] = me.organizations;
  const team = organization?.teams[0]?.id ?? '';
  const kim = await joined(server, { ada: eve, team }, 'Kim');
  const preview = bodyOf<ErasurePreview>(await eve.get('/api/me/erasure'));
  expect(preview).toMatchObject({
    lastOwnerOf: [{ id: organization?.id }],
    lastLeadOf: [{ id: team }],
    deleted: { organizations: [], teams: [] },
  });
  expect((await eve.post('/api/me/erasure', { password: PASSWORD })).json()).toMatchObject({
    code: 'last-owner',
  });
  await server.app.db
    .updateTable('organization_member')
    .set({ role: 'owner' })
    .where('user_id', '=', kim.id)
    .execute();
  expect((await eve.post('/api/me/erasure', { password: PASSWORD })).json()).toMatchObject({
    code: 'last-lead',
  });
  bodyOf(await eve.send('PUT', `/api/teams/${team}/members/${kim.id}`, { role: 'lead' }));
  bodyOf(await eve.post('/api/me/erasure', { password: PASSWORD }));
  expect(
    bodyOf<{ members: object[] }>(await kim.there.get(`/api/teams/${team}`)).members.length,
  ).toBe(1);
});

test('who is alone takes everything along, by a code that was mailed', async () => {
  const mo = await stranger(server, 'Mo');
  const { organization } = await homeOf(mo);
  const preview = bodyOf<ErasurePreview>(await mo.get('/api/me/erasure'));
  expect(preview.deleted.organizations).toMatchObject([{ id: organization }]);
  bodyOf(await mo.post('/api/me/erasure/code'));
  const [code = ''] = /\d{4} \d{4}/.exec((await mailTo(server, 'mo@example.org')).text) ?? [];
  expect((await mo.post('/api/me/erasure', { code: '0000 0000' })).json()).toMatchObject({
    code: 'not-you',
  });
  bodyOf(await mo.post('/api/me/erasure', { code }));
  const left = await server.app.db
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organization)
    .execute();
  expect(left).toEqual([]);
  expect(
    (
      await browser(server.url).post('/api/auth/sign-in/email', {
        email: 'mo@example.org',
        password: PASSWORD,
      })
    ).status,
  ).toBe(401);
});

test('the owner of the server stays', async () => {
  expect(bodyOf<ErasurePreview>(await owner.ada.get('/api/me/erasure')).ownsServer).toBe(true);
  expect((await owner.ada.post('/api/me/erasure', { password: PASSWORD })).status).toBe(403);
});
