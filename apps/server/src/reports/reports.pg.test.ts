import type { Report, ReportChannel, ReportSummary } from '@rondo/contract';
import type { ReportState } from '@rondo/phases/report/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined, stranger, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { takeNumber } from './channel.ts';
import { newsOf } from './news.ts';
import { channelOf, pathOf } from './testing/channel.ts';
import { aDraft, aPost, latest, put, shipReport } from './testing/ship-report.ts';

let server: TestServer;
let owner: Owner;
let bo: Awaited<ReturnType<typeof joined>>;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  bo = await joined(server, owner, 'Bo');
});

const outside = () => browser(server.url);

describe('a meeting that makes a report', () => {
  it('leaves a draft with the next number, the facilitator as author, its week and figures', async () => {
    const { nextNumber } = await channelOf(owner);
    const draft = await aDraft(server, owner);
    expect(draft).toMatchObject({
      number: nextNumber,
      state: 'draft',
      author: 'Ada',
      url: null,
      you: 'publisher',
      content: {
        title: 'A good week',
        figures: ['meetings', 'tasks', 'people'],
        sections: [
          { id: 'this-week', entries: [{ id: 'one', text: 'We **moved** the servers' }] },
          { id: 'next-week', entries: [] },
          { id: 'ask', entries: [] },
        ],
      },
    });
    expect(new Date(draft.content.from).getUTCDay()).toBe(1);
    expect(draft.counted[0]).toMatchObject({ name: 'meetings', before: Array(8).fill(0) });
    expect(draft.counted[0]?.value).toBeGreaterThan(0);
  });

  it('ended again it is the same draft; what somebody edited or took out meanwhile stays so', async () => {
    const meeting = await shipReport(server, owner);
    await meeting.line('a', 'First');
    await meeting.line('b', 'Second');
    await meeting.end();
    const before = await latest(owner);
    await meeting.reopen();
    await meeting.act('setEntry', { entry: 'a', text: 'First, better', revision: 0 });
    await meeting.end();
    const same = await latest(owner);
    expect([same.id, same.number]).toEqual([before.id, before.number]);
    expect(same.content.sections[0]?.entries[0]?.text).toBe('First, better');

    const [first, ...others] = same.content.sections;
    const sections = [{ ...first, entries: [{ id: 'a', text: 'By hand' }] }, ...others];
    bodyOf(await put(owner.ada, same, { content: { ...same.content, sections } }));
    await meeting.reopen();
    await meeting.line('c', 'Third');
    await meeting.end();
    expect((await latest(owner)).content.sections[0]?.entries).toEqual([
      { id: 'a', text: 'By hand' },
      { id: 'c', text: 'Third' },
    ]);
  });

  it('leaves what is published as it is', async () => {
    const meeting = await shipReport(server, owner);
    await meeting.line('a', 'First');
    await meeting.end();
    const { id, version } = await latest(owner);
    bodyOf(await owner.ada.post(`/api/reports/${id}/publish`, { version, audience: 'private' }));
    await meeting.reopen();
    await meeting.line('b', 'Late');
    await meeting.end();
    expect(JSON.stringify((await latest(owner)).content)).not.toContain('Late');
  });

  const finished = (text: string, private_to: string[] | null = null) =>
    server.app.db
      .insertInto('task')
      .values({
        id: crypto.randomUUID(),
        team_id: owner.team,
        meeting_name: 'Retro',
        meeting_task: 'task',
        place: 0,
        text,
        status: 'done',
        closed_at: new Date(),
        private_to,
      })
      .execute();

  it('offers what was finished and decided since the last report, and nothing that is private', async () => {
    await aDraft(server, owner);
    await finished('Moved');
    await finished('Secret', [bo.id]);
    expect(await newsOf(server.app.db, owner.team)).toMatchObject([
      { kind: 'task', text: 'Moved', meeting: 'Retro' },
    ]);
    const { state } = await shipReport(server, owner);
    // The phase is of that kind.
    const { picks } = (await state()) as ReportState;
    expect(Object.values(picks).map(({ text }) => text)).toEqual(['Moved']);
  });

  it('offers what was finished while the last one was gathered to the next one', async () => {
    const meeting = await shipReport(server, owner);
    await finished('Done meanwhile');
    await meeting.line('one', 'A line');
    await meeting.end();
    const offered = await newsOf(server.app.db, owner.team);
    expect(offered.map(({ text }) => text)).toEqual(['Done meanwhile']);
  });
});

describe('numbers', () => {
  it('are given to one draft each, also to many at once, and never again', async () => {
    const { nextNumber } = await channelOf(owner);
    const taken = await Promise.all(
      Array.from({ length: 12 }, () =>
        server.app.db.transaction().execute((tx) => takeNumber(tx, owner.team)),
      ),
    );
    const numbers = taken.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => nextNumber + index));
    const { id, number } = await aDraft(server, owner);
    bodyOf(await owner.ada.send('DELETE', `/api/reports/${id}`, {}));
    expect((await aDraft(server, owner)).number).toBe(number + 1);
  });

  it('go on from where a team was before, by its lead, upwards only', async () => {
    const set = (nextNumber: number, there = owner.ada) =>
      there.send('PATCH', `/api/teams/${owner.team}/reports`, { nextNumber });
    expect((await set(338, bo.there)).status).toBe(403);
    bodyOf(await set(338));
    expect((await set(337)).status).toBe(400);
    expect((await aDraft(server, owner)).number).toBe(338);
  });
});

describe('a draft', () => {
  it('is edited by every member; who has not read the latest is told, and loses nothing', async () => {
    const draft = await aDraft(server, owner);
    const better = { ...draft.content, title: 'Better', sentence: 'Up and up.' };
    const saved = bodyOf<Report>(await put(bo.there, draft, { content: better, author: bo.id }));
    expect(saved).toMatchObject({ author: 'Bo', you: 'publisher', content: better });
    expect((await put(owner.ada, draft)).json()).toMatchObject({ code: 'conflict' });
    const foreign = { author: crypto.randomUUID() };
    expect((await put(owner.ada, saved, foreign)).json()).toMatchObject({ code: 'bad-input' });
  });

  it('tells the figures of the week of its last day, by rule as long as nobody writes a sentence', async () => {
    const draft = await aDraft(server, owner);
    const [meetings] = draft.counted;
    const on = (days: number) =>
      new Date(Date.parse(draft.content.to) + days * 86_400_000).toISOString().slice(0, 10);
    const next = { ...draft.content, from: on(1), to: on(7) };
    const saved = bodyOf<Report>(await put(owner.ada, draft, { content: next }));
    expect(saved.counted[0]).toMatchObject({
      value: 0,
      before: [meetings?.value, ...Array(7).fill(0)],
    });
    expect(saved.content.sentence).toContain(`Meetings held: ${meetings?.value} fewer`);
    const own = { ...saved.content, from: draft.content.from, to: draft.content.to };
    const said = await put(owner.ada, saved, { content: { ...own, sentence: 'So it was.' } });
    expect(bodyOf<Report>(said)).toMatchObject({
      counted: draft.counted,
      content: { sentence: 'So it was.' },
    });
  });

  it('has no last day before its first, neither corrected', async () => {
    const wrong = { from: '2026-11-23', to: '2026-11-22' };
    const draft = await aDraft(server, owner);
    const content = { ...draft.content, ...wrong };
    expect((await put(owner.ada, draft, { content })).json()).toMatchObject({ code: 'bad-input' });
    const { id, version } = await aPost(server, owner);
    const sent = { version, content, note: 'Other days' };
    const answer = await owner.ada.post(`/api/reports/${id}/correct`, sent);
    expect(answer.json()).toMatchObject({ code: 'bad-input' });
  });

  it('is shown to nobody but the team: by no page, feed, list or file, under no key', async () => {
    const secret = 'Nobody outside may read this';
    const draft = await aDraft(server, owner, secret);
    const post = await aPost(server, owner);
    const { key } = await server.app.db
      .selectFrom('report')
      .select('key')
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow();
    const renewed = await owner.ada.post(`/api/teams/${owner.team}/reports/feed`, {});
    const { url, feed, privateFeed } = bodyOf<ReportChannel>(renewed);
    for (const there of [outside(), await stranger(server, `Eve${post.number}`)]) {
      expect((await there.get(`/r/${key}`)).status).toBe(404);
      expect((await there.get(`/r/${key}.md`)).status).toBe(404);
      expect([401, 404]).toContain((await there.get(`/api/reports/${draft.id}`)).status);
      expect([401, 404]).toContain((await there.get(`/api/reports/${draft.id}/markdown`)).status);
      for (const path of [url, feed, privateFeed].map(pathOf)) {
        const { status, text } = await there.get(path);
        expect(status, path).toBe(200);
        expect(text).not.toContain(secret);
      }
    }
    const mails = await server.app.db.selectFrom('mail').select(['text', 'html']).execute();
    expect(JSON.stringify(mails)).not.toContain(secret);
    const seen = await server.app.db.selectFrom('public_report').select('id').execute();
    expect(seen.map(({ id }) => id)).not.toContain(draft.id);
  });

  it('is published and deleted by leads and its author alone', async () => {
    const { id, version } = await aDraft(server, owner);
    const publish = (there = bo.there) =>
      there.post(`/api/reports/${id}/publish`, { version, audience: 'private' });
    expect((await publish()).status).toBe(403);
    expect((await bo.there.send('DELETE', `/api/reports/${id}`)).status).toBe(403);
    bodyOf(await publish(owner.ada));
    expect((await publish(owner.ada)).json()).toMatchObject({ code: 'conflict' });
  });
});

it('the list comes a page at a time', async () => {
  const all: number[] = [];
  let before: string | null = '';
  while (before !== null) {
    const from = before === '' ? '' : `&before=${encodeURIComponent(before)}`;
    const answer = await owner.ada.get(`/api/teams/${owner.team}/reports?limit=4${from}`);
    const page = bodyOf<{ reports: ReportSummary[]; before: string | null }>(answer);
    all.push(...page.reports.map(({ number }) => number));
    before = page.before;
  }
  expect(all.length).toBeGreaterThan(8);
  expect(new Set(all).size).toBe(all.length);
  expect(all[0]).toBe(Math.max(...all));
});

it('PostgreSQL alone shows drafts to the team, what is published to colleagues, addresses to nobody', async () => {
  const draft = await aDraft(server, owner);
  const posts = [await aPost(server, owner, 'private'), await aPost(server, owner)];
  const dora = await joined(server, owner, 'Dora');
  bodyOf(await owner.ada.send('DELETE', `/api/teams/${owner.team}/members/${dora.id}`));
  const eve = await stranger(server, 'Evangeline');
  const { id: foreign } = bodyOf<{ id: string }>(await eve.get('/api/me'));
  await server.app.db
    .insertInto('report_subscriber')
    .values({ id: crypto.randomUUID(), team_id: owner.team, email: 'x@example.org' })
    .execute();
  const seen = async (person: string): Promise<string[]> => {
    const rows = await server.app.dbOf(person).selectFrom('report').select('id').execute();
    return rows
      .map(({ id }) => id)
      .filter((id) => [draft, ...posts].some((each) => each.id === id));
  };
  expect((await seen(bo.id)).length).toBe(3);
  expect((await seen(dora.id)).toSorted()).toEqual(posts.map(({ id }) => id).toSorted());
  expect(await seen(foreign)).toEqual([]);
  for (const person of [bo.id, dora.id, foreign]) {
    const theirs = server.app.dbOf(person);
    expect(await theirs.selectFrom('report_subscriber').selectAll().execute()).toEqual([]);
    expect(await theirs.selectFrom('report_mailing').selectAll().execute()).toEqual([]);
  }
  const changed = await server.app
    .dbOf(dora.id)
    .updateTable('report')
    .set({ author_name: 'Dora' })
    .executeTakeFirst();
  expect(changed.numUpdatedRows).toBe(0n);
});
