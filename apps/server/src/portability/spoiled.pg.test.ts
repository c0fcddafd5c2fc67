import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { DataJob, Me } from '@rondo/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import type { Browser } from '../testing/browser.ts';
import { COMPOSED } from '../testing/composed.ts';
import { bodyOf, claimedBy, homeOf } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { collections } from './archive/collections.ts';
import { recordShape } from './archive/fields.ts';
import { MeetingFile } from './archive/files.ts';
import { zipOf, type Entry } from './archive/write-zip.ts';
import { checked } from './import/read.ts';
import { EVERY_OTHER_WEEK, keepReport } from './testing/beside-meetings.ts';
import { ended, fetched, opened, sent } from './testing/by-hand.ts';
import { keepRecorded } from './testing/recorded-meetings.ts';

let server: TestServer;
let ada: Browser;
let me: Me;
let team: string;
let organization: string;
/** The files of a sound archive. */
let sound: Map<string, unknown>;

beforeAll(async () => {
  server = await testServer({ RONDO_PLANS: 'on' });
  ({ ada, team } = await claimedBy(server));
  ({ me, organization } = await homeOf(ada));
  await keepRecorded(server.app.db, team, [me.id]);
  const task = { text: 'Promised', owner: me.id };
  bodyOf(await ada.post(`/api/teams/${team}/tasks`, task));
  bodyOf(await ada.post(`/api/teams/${team}/activities`, { content: COMPOSED }));
  bodyOf(await ada.post(`/api/teams/${team}/series`, EVERY_OTHER_WEEK));
  await keepReport(server.app.db, team, me.id);
  sound = await filesOf(`/api/teams/${team}/exports`);
});

// Nobody imports so often within an hour.
beforeEach(async () => {
  await server.app.pool.query('delete from limit_count');
});

async function filesOf(path: string): Promise<Map<string, unknown>> {
  const job = await ended(ada, bodyOf<DataJob>(await ada.post(path)));
  const archive = await opened((await fetched(server.url, ada, job.id)).body);
  const files = new Map<string, unknown>();
  for (const each of archive.paths)
    if (each.endsWith('.json')) files.set(each, await archive.json(each));
  await archive.close();
  return files;
}

/** Imports the sound archive with one text in it replaced by another. */
async function importedWith(
  before: string,
  after: string,
  into: string | null = organization,
): Promise<DataJob> {
  const entries: Entry[] = [...sound].map(([path, value]) => ({
    path,
    text: JSON.stringify(value).replaceAll(before, after),
  }));
  const body = await buffer(Readable.from(zipOf(Readable.from(entries), new Date())));
  const upload = await sent(ada, 'spoiled.zip', body);
  const wanted = { upload, organization: into, invite: false };
  return ended(ada, bodyOf<DataJob>(await ada.post('/api/imports', wanted)));
}

const teams = async (): Promise<number> =>
  (await server.app.db.selectFrom('team').select('id').execute()).length;

test.each([
  ['a status that there is not', '"status":"open"', '"status":"lost"', /tasks\.json/],
  [
    'what belongs together does not',
    '"closedAt":null',
    '"closedAt":"2026-01-01T00:00:00.000Z"',
    /tasks\.json/,
  ],
  ['a link that runs something', '"link":null', '"link":"javascript:alert(1)"', /meetings\/.*link/],
  ['a role that there is not', '"role":"lead"', '"role":"owner"', /team\.json/],
  ['a part that nobody knows', '"as":"', '"as":"x', /meetings\//],
  [
    'an activity of nothing',
    '"flow":[{"kind":"discuss"',
    '"flow":[{"kind":"x"',
    /activities\.json/,
  ],
])('%s: nothing of the team is made, and the place is told', async (_, before, after, where) => {
  const there = await teams();
  const job = await importedWith(before, after);
  expect(job).toMatchObject({ state: 'failed', failure: 'broken', made: [] });
  expect(job.failedAt).toMatch(where);
  expect(await teams()).toBe(there);
});

test.each([
  ['a report without sections', '"sections":[', '"parts":[', /reports\.json: .*content\.sections/],
  [
    'a text of a report that is none',
    '"intro":"Well."',
    '"intro":{"a":1}',
    /reports\.json: .*intro/,
  ],
  ['a day that is none', '"from":"2026-03-02"', '"from":"<b>"', /reports\.json: .*content\.from/],
  ['a figure that is no number', '"value":4', '"value":"4"', /reports\.json: .*figures/],
  ['a figure nobody counts', '"figures":["meetings"]', '"figures":["x"]', /report-channel\.json/],
  [
    'a link that leads elsewhere',
    '"key":"reportreportreportrepo"',
    '"key":"../x"',
    /reports\.json/,
  ],
  ['what a report said before', '"intro":"Wel."', '"intro":7', /report-corrections\.json: .*intro/],
  ['an option that there is not', '"review":true', '"review":"yes"', /series\.json: .*options/],
  ['a pause that ends before', '"to":"2099-02-09"', '"to":"2099-01-01"', /series\.json: .*pauses/],
  ['a rhythm that nobody keeps', 'FREQ=WEEKLY', 'FREQ=SECONDLY', /series\.json: .*rrule/],
  [
    'a zone that is nowhere',
    '"zone":"Europe/Berlin"',
    '"zone":"Moon/Base"',
    /series\.json: .*zone/,
  ],
  ['a name that is no text', '"activityName":{', '"activityName":{"x":{},', /activityName/],
])('%s is told with its place', (_, before, after, where) => {
  const spoiled = [...sound].flatMap(([path, value]) => {
    const text = JSON.stringify(value);
    return text.includes(before) ? [[path, text.replaceAll(before, after)] as const] : [];
  });
  expect(spoiled.length).toBeGreaterThan(0);
  const read = (): unknown =>
    spoiled.map(([path, text]) => checked(path, JSON.parse(text), shapeOf(path)));
  expect(read).toThrow(where);
});

/** How the import reads a file. */
function shapeOf(path: string): z.ZodType {
  const collection = collections.find(({ name }) => path.endsWith(`/${name}.json`));
  return collection ? z.array(recordShape(collection)) : MeetingFile;
}

test('an organization that was made for what could not come goes again', async () => {
  const organizations = async () =>
    (await server.app.db.selectFrom('organization').select('id').execute()).length;
  const there = await organizations();
  const job = await importedWith('"status":"open"', '"status":"lost"', null);
  expect(job).toMatchObject({ state: 'failed', failure: 'broken', organization: null, made: [] });
  expect(await organizations()).toBe(there);
});

test('a board that the outcome was not made of is left out, and the meeting can be read', async () => {
  const first = [...sound.keys()].find((path) => path.includes('/meetings/')) ?? '';
  const { outcome } = sound.get(first) as { outcome: { facilitator: string } };
  // The outcome alone says another name now than the board.
  const job = await importedWith(
    `"facilitator":${JSON.stringify(outcome.facilitator)},"people":[`,
    '"facilitator":"Somebody else","people":[',
  );
  expect(job).toMatchObject({ state: 'ready', failedAt: null, made: [{}] });
  const { n } = await server.app.db
    .selectFrom('outcome')
    .innerJoin('meeting', 'meeting.id', 'outcome.meeting_id')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('meeting.team_id', '=', job.made[0]?.id ?? '')
    .executeTakeFirstOrThrow();
  expect(n).toBe([...sound.keys()].filter((path) => path.includes('/meetings/')).length);
});

test('there are never more teams than the plan allows', async () => {
  expect(await teams()).toBe(2);
  const job = await importedWith('nothing', 'nothing');
  expect(job).toMatchObject({ state: 'failed', failure: 'plan-limit', made: [] });
  expect(await teams()).toBe(2);
});

test('everything about a person: their own, private things too, and no secret', async () => {
  const task = { text: 'A secret plan', private: true };
  bodyOf(await ada.post(`/api/teams/${team}/tasks`, task));
  const files = await filesOf('/api/me/exports');
  expect(files.get('rondo-about-you.json')).toMatchObject({
    account: { email: 'ada@example.org' },
  });
  expect(files.get('teams.json')).toHaveLength(2);
  expect((files.get('meetings.json') as unknown[]).length).toBeGreaterThan(5);
  const all = JSON.stringify([...files]);
  expect(all).toContain('A secret plan');
  expect(JSON.stringify([...(await filesOf(`/api/teams/${team}/exports`))])).not.toContain(
    'A secret plan',
  );
  const { rows } = await server.app.pool.query<{ secret: string }>(
    'select token as secret from session union all select password from account',
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const { secret } of rows) expect(all).not.toContain(secret);
});
