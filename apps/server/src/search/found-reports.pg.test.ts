import type { Found, Report } from '@rondo/contract';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { aDraft } from '../reports/testing/ship-report.ts';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, homeOf, joined, type Owner, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { catchUp } from './catch-up.ts';

let server: TestServer;
let owner: Owner;
let bo: Browser;
/** In Ada's organization, and in none of its teams. */
let colleague: Browser;
let eve: Browser;

interface Me {
  id: string;
  organizations: { id: string; teams: { id: string }[] }[];
}

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  bo = (await joined(server, owner, 'Bo')).there;
  eve = await stranger(server, 'Eve');
  colleague = await stranger(server, 'Cleo');
  const { organization } = await homeOf(owner.ada);
  await server.app.db
    .insertInto('organization_member')
    .values({
      organization_id: organization,
      user_id: bodyOf<Me>(await colleague.get('/api/me')).id,
      role: 'member',
    })
    .execute();
});

async function found(who: Browser, words: string): Promise<Found[]> {
  const answer = await who.get(`/api/search?words=${encodeURIComponent(words)}&kind=report`);
  return bodyOf<{ groups: { found: Found[] }[] }>(answer).groups.flatMap((group) => group.found);
}
const who = async (words: string): Promise<boolean[]> =>
  Promise.all(
    [owner.ada, bo, colleague, eve].map(async (at) => (await found(at, words)).length > 0),
  );

const act = async (report: Report, what: string, more: object): Promise<Report> => {
  const answer = await owner.ada.post(`/api/reports/${report.id}/${what}`, {
    version: report.version,
    ...more,
  });
  return bodyOf<Report>(answer);
};

it('drafts are found by their team, published ones by the organization, as they are now', async () => {
  const draft = await aDraft(server, owner, 'The zeppelin **landed** safely');
  expect(await who('zeppelin')).toEqual([true, true, false, false]);
  expect(await found(bo, 'landed')).toMatchObject([
    { kind: 'report', report: { id: draft.id, state: 'draft' }, meeting: null, task: null },
  ]);
  const content = { ...draft.content, title: 'Balloons' };
  bodyOf(
    await bo.send('PUT', `/api/reports/${draft.id}`, {
      version: draft.version,
      content,
      author: null,
    }),
  );
  expect(await who('balloon')).toEqual([true, true, false, false]);

  const now = bodyOf<Report>(await owner.ada.get(`/api/reports/${draft.id}`));
  const published = await act(now, 'publish', { audience: 'private' });
  expect(await who('balloon')).toEqual([true, true, true, false]);
  const corrected = await act(published, 'correct', {
    content: { ...content, title: 'Kites' },
    note: 'Not balloons',
  });
  expect(await who('balloon')).toEqual([false, false, false, false]);
  expect(await who('kites')).toEqual([true, true, true, false]);

  await act(corrected, 'unpublish', {});
  expect(await who('kites')).toEqual([true, true, false, false]);
  bodyOf(await owner.ada.send('DELETE', `/api/reports/${draft.id}`, {}));
  expect(await who('kites')).toEqual([false, false, false, false]);
});

it('a report goes along with its team into another organization', async () => {
  const draft = await aDraft(server, owner, 'The submarine surfaced');
  await act(draft, 'publish', { audience: 'private' });
  expect(await who('submarine')).toEqual([true, true, true, false]);
  const { organization } = bodyOf<{ organization: string }>(
    await owner.ada.post('/api/organizations', { name: 'Elsewhere', team: 'First' }),
  );
  bodyOf(await owner.ada.post(`/api/teams/${owner.team}/move`, { organization }));
  expect(await who('submarine')).toEqual([true, true, false, false]);
  await server.app.db
    .insertInto('organization_member')
    .values({
      organization_id: organization,
      user_id: bodyOf<Me>(await colleague.get('/api/me')).id,
      role: 'member',
    })
    .execute();
  expect(await who('submarine')).toEqual([true, true, true, false]);
});

it('catching up finds what was stored otherwise, and then nothing to do', async () => {
  const draft = await aDraft(server, owner, 'The glider');
  const { db, log } = server.app;
  await db.deleteFrom('search_document').where('id', '=', draft.id).execute();
  expect(await who('glider')).toEqual([false, false, false, false]);
  await catchUp(db, log);
  expect(await who('glider')).toEqual([true, true, false, false]);
  await db.updateTable('report').set({ state: 'published' }).where('id', '=', draft.id).execute();
  await catchUp(db, log);
  expect(await who('glider')).toEqual([true, true, true, false]);
  const words = async () =>
    (
      await sql<{ xmin: string }>`select xmin::text from search_words order by document_id`.execute(
        db,
      )
    ).rows;
  const before = await words();
  await catchUp(db, log);
  expect(await words()).toEqual(before);
  await db.deleteFrom('report').where('id', '=', draft.id).execute();
  await catchUp(db, log);
  const left = await db
    .selectFrom('search_document')
    .select('id')
    .where('id', '=', draft.id)
    .execute();
  expect(left).toEqual([]);
});
