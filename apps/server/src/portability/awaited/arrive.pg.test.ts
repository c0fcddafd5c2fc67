import type { DataJob, Me } from '@rondo/contract';
import { beforeAll, expect, test } from 'vitest';
import { promise } from '../../tasks/testing/promise.ts';
import type { Browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, homeOf, joined, mailTo } from '../../testing/people.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { ended, fetched, sent } from '../testing/by-hand.ts';
import { keepRecorded } from '../testing/recorded-meetings.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser; id: string };
let archive: Buffer;
let madeAt: Date;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada } = owner);
  const { team } = owner;
  bo = await joined(server, owner, 'Bo');
  const { me, organization } = await homeOf(ada);
  const { db } = server.app;
  await keepRecorded(db, team, [me.id, bo.id]);
  await promise(db, team, { owner_user: bo.id, owner_name: 'Bo' });
  await db
    .updateTable('organization_member')
    .set({ role: 'admin' })
    .where('user_id', '=', bo.id)
    .execute();
  await db
    .insertInto('organization_billing')
    .values({ organization_id: organization, user_id: bo.id })
    .execute();
  bodyOf(await ada.send('PUT', `/api/teams/${team}/members/${bo.id}`, { role: 'lead' }));
  madeAt = new Date('2024-02-29T10:00:00.123Z');
  await db.updateTable('organization').set({ created_at: madeAt }).execute();
  const asked = await ada.post(`/api/organizations/${organization}/exports`);
  const job = await ended(ada, bodyOf<DataJob>(asked));
  archive = (await fetched(server.url, ada, job.id)).body;
});

/** Ada's import into a new organization. */
async function imported(): Promise<{ organization: string; team: string }> {
  const upload = await sent(ada, 'archive.zip', archive);
  const wanted = { upload, organization: null, invite: false };
  const job = await ended(ada, bodyOf<DataJob>(await ada.post('/api/imports', wanted)));
  expect(job).toMatchObject({ state: 'ready', failedAt: null });
  return { organization: job.organization ?? '', team: job.made[0]?.id ?? '' };
}

/** How much of a team is somebody's: tasks and places in meetings. */
async function ownedBy(team: string, user: string) {
  const { rows } = await server.app.pool.query<{ tasks: number; places: number }>(
    `select (select count(*) from task where team_id = $1 and owner_user = $2) as tasks,
       (select count(*) from participant join meeting on meeting.id = meeting_id
        where team_id = $1 and user_id = $2) as places`,
    [team, user],
  );
  return rows[0];
}

test('who comes into what was imported finds their role, their tasks and their meetings again', async () => {
  const { db } = server.app;
  const { organization, team } = await imported();
  const { created_at } = await db
    .selectFrom('organization')
    .select('created_at')
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  expect(created_at).toEqual(madeAt);
  expect(await ownedBy(team, bo.id)).toEqual({ tasks: 0, places: 0 });

  const mails = { emails: ['bo@example.org'] };
  bodyOf(await ada.post(`/api/teams/${team}/invitations/mail`, mails));
  const { token } = await mailTo(server, 'bo@example.org');
  bodyOf(await bo.there.post('/api/invitations/accept', { token }));

  const there = await db
    .selectFrom('organization_member')
    .select(['user_id', 'role'])
    .where('organization_id', '=', organization)
    .orderBy('role')
    .execute();
  expect(there).toMatchObject([{ user_id: bo.id, role: 'admin' }, { role: 'owner' }]);
  const billing = await db
    .selectFrom('organization_billing')
    .select('user_id')
    .where('organization_id', '=', organization)
    .execute();
  expect(billing).toEqual([{ user_id: bo.id }]);
  const { members } = bodyOf<{ members: { id: string; role: string }[] }>(
    await ada.get(`/api/teams/${team}`),
  );
  expect(members.find(({ id }) => id === bo.id)?.role).toBe('lead');
  expect(await ownedBy(team, bo.id)).toMatchObject({ tasks: 1, places: 9 });
  for (const table of ['awaited_role', 'awaited_place'] as const)
    expect(await db.selectFrom(table).select('email').execute(), table).toEqual([]);
});

test('somebody else with an invitation gets nothing of it', async () => {
  const { team } = await imported();
  const cleo = await joined(server, { ada, team }, 'Cleo');
  expect(await ownedBy(team, cleo.id)).toEqual({ tasks: 0, places: 0 });
  const me = bodyOf<Me>(await cleo.there.get('/api/me'));
  expect(me.organizations).toMatchObject([{ role: 'member' }]);
  const waiting = await server.app.db.selectFrom('awaited_role').selectAll().execute();
  expect(waiting.map(({ email, role }) => [email, role])).toEqual([
    ['bo@example.org', 'admin'],
    ['bo@example.org', 'lead'],
  ]);
});
