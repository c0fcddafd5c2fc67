import type { ArchivePreview, DataJob } from '@rondo/contract';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { COMPOSED } from '../testing/composed.ts';
import { bodyOf, claimedBy, homeOf, joined, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { comparable } from './archive/compare.ts';
import { EVERY_OTHER_WEEK, keepReport } from './testing/beside-meetings.ts';
import { ended, fetched, opened, sent } from './testing/by-hand.ts';
import { keepRecorded } from './testing/recorded-meetings.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser; id: string };
let team: string;
let organization: string;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada, team } = owner);
  bo = await joined(server, owner, 'Bo');
  const home = await homeOf(ada);
  ({ organization } = home);
  const { db } = server.app;
  const [first = ''] = await keepRecorded(db, team, [home.me.id, bo.id]);
  await db
    .insertInto('task')
    .values([
      {
        ...TASK,
        id: crypto.randomUUID(),
        team_id: team,
        meeting_id: first,
        owner_user: bo.id,
        text: '=Promised, "so"',
      },
      {
        ...TASK,
        id: crypto.randomUUID(),
        team_id: team,
        meeting_task: 'b',
        text: 'Done',
        status: 'done',
        closed_at: new Date('2026-03-02T10:00:00.123Z'),
        closed_in: first,
      },
    ])
    .execute();
  bodyOf(await ada.post(`/api/teams/${team}/agenda`, { text: 'Budget' }));
  bodyOf(await ada.post(`/api/teams/${team}/activities`, { content: COMPOSED }));
  bodyOf(await ada.post(`/api/teams/${team}/series`, EVERY_OTHER_WEEK));
  await keepReport(db, team, home.me.id);
  bodyOf(await ada.send('PUT', `/api/teams/${team}/retention`, { months: 24 }));
});

const TASK = {
  meeting_name: 'Retro',
  meeting_task: 'a',
  place: 0,
  owner_name: 'Bo',
  due: '2027-01-31',
};
async function exported(path = `/api/organizations/${organization}/exports`) {
  const job = await ended(ada, bodyOf<DataJob>(await ada.post(path)));
  expect(job).toMatchObject({ state: 'ready', failure: null });
  const { status, body } = await fetched(server.url, ada, job.id);
  expect(status).toBe(200);
  expect(body.length).toBe(job.file?.bytes);
  return { job, body };
}

async function said(body: Buffer) {
  const archive = await opened(body);
  try {
    return await comparable(archive);
  } finally {
    await archive.close();
  }
}

async function imported(body: Buffer, into: string | null, more: object = {}) {
  const upload = await sent(ada, 'archive.zip', body);
  const target = { upload, organization: into };
  const preview = bodyOf<ArchivePreview>(await ada.post('/api/imports/preview', target));
  expect(preview).toMatchObject({ failure: null });
  const started = await ada.post('/api/imports', { ...target, invite: false, ...more });
  return { preview, job: await ended(ada, bodyOf<DataJob>(started)) };
}

test('an organization that is exported, wiped and imported again is the same', async () => {
  const { body } = await exported();
  const before = await said(body);
  const files = Object.keys(before);
  expect(files.filter((path) => path.includes('/meetings/')).length).toBeGreaterThan(5);
  await server.app.db.deleteFrom('team').where('id', '=', team).execute();
  await sql`delete from meeting_head`.execute(server.app.db);
  await sql`delete from meeting_snapshot`.execute(server.app.db);
  const { preview, job } = await imported(body, organization);
  expect(preview.archive?.people.every(({ matched }) => matched)).toBe(true);
  expect(job).toMatchObject({ state: 'ready', failedAt: null, made: [{ id: team }] });
  const after = await said((await exported()).body);
  expect(Object.keys(after)).toEqual(files);
  for (const path of files) expect(after[path], path).toEqual(before[path]);
});

test('beside the original it gets ids and a name of its own, and says the same', async () => {
  const { body } = await exported(`/api/teams/${team}/exports`);
  const { preview, job } = await imported(body, organization);
  expect(preview.archive?.teams).toMatchObject([{ name: 'Analytics', clashes: true }]);
  const [made] = job.made;
  expect(made?.name).toBe('Analytics (2)');
  expect(made?.id).not.toBe(team);
  const again = await said((await exported(`/api/teams/${made?.id ?? ''}/exports`)).body);
  const named = JSON.parse(
    JSON.stringify(again)
      .replaceAll('Analytics (2)', 'Analytics')
      .replaceAll('analytics-2', 'analytics'),
  ) as object;
  expect(named).toEqual(await said(body));
});

test('somebody who takes it elsewhere is alone there, and leads the team', async () => {
  const { body } = await exported(`/api/teams/${team}/exports`);
  const eve = await stranger(server, 'Eve');
  const upload = await sent(eve, 'archive.zip', body);
  const target = { upload, organization: null };
  const preview = bodyOf<ArchivePreview>(await eve.post('/api/imports/preview', target));
  // That Ada and Bo have accounts here is nothing that Eve gets to know.
  expect(preview.archive?.people.map(({ matched }) => matched)).toEqual([false, false]);
  const job = await ended(
    eve,
    bodyOf<DataJob>(await eve.post('/api/imports', { ...target, invite: false })),
  );
  expect(job).toMatchObject({ state: 'ready' });
  const there = bodyOf<{ members: object[] }>(await eve.get(`/api/teams/${job.made[0]?.id ?? ''}`));
  expect(there.members).toMatchObject([{ name: 'Eve', role: 'lead' }]);
});

test('only who had an archive made fetches it', async () => {
  const { job } = await exported();
  for (const there of [bo.there, await stranger(server, 'Mallory')]) {
    expect((await fetched(server.url, there, job.id)).status).toBe(404);
    expect((await there.get(`/api/data-jobs/${job.id}`)).status).toBe(404);
  }
});
