import type { Figures, Metric } from '@rondo/contract';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import {
  bodyOf,
  claimedBy,
  homeOf,
  inMeeting,
  joined,
  type Owner,
  stranger,
} from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { countAnew } from './catch-up.ts';

let server: TestServer;
let owner: Owner;
let organization: string;
let ben: Awaited<ReturnType<typeof joined>>;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  const team = await owner.ada.get(`/api/teams/${owner.team}`);
  organization = bodyOf<{ organization: { id: string } }>(team).organization.id;
  ben = await joined(server, owner, 'Ben');
});

const figures = async (path = '/server/metrics', there: Browser = owner.ada): Promise<Figures> =>
  bodyOf<Figures>(await there.get(`/api${path}`));

/** This week's. */
const latest = ({ series }: Figures, metric: Metric): number | null | undefined =>
  series.find((each) => each.metric === metric)?.values.at(-1);

const start = () => startedIn(owner.team, owner.ada, { guests: 'yes' });

async function contribute(meeting: MeetingId, user: string): Promise<void> {
  const { id: me } = await server.app.db
    .selectFrom('participant')
    .select('id')
    .where('meeting_id', '=', meeting)
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  const args = {
    id: `t${crypto.randomUUID()}`,
    text: 'Promised',
    owner: null,
    due: null,
    topic: null,
  };
  const done = await server.app.live.submit(meeting, me as ParticipantId, {
    phase: null,
    name: 'addTask',
    args,
  });
  expect(done).not.toHaveProperty('refused');
}

describe('a meeting', () => {
  it('counts as held once two people are there and somebody has contributed, in its week alone', async () => {
    const meeting = await start();
    expect(latest(await figures(), 'meetings')).toBe(0);
    (await inMeeting(server, ben.there, meeting)).socket.close();
    // Ben looks on, and is not active by that.
    expect(latest(await figures(), 'meetings')).toBe(0);
    expect(latest(await figures(), 'weekly-active')).toBe(1);
    await contribute(meeting, ben.id);
    const there = await figures();
    expect(latest(there, 'meetings')).toBe(1);
    expect(latest(there, 'weekly-active')).toBe(2);
    expect(latest(there, 'monthly-active')).toBe(2);
    expect(latest(there, 'new-active')).toBe(2);
    expect(latest(there, 'teams')).toBe(1);
    expect(there.types).toMatchObject([{ category: 'retrospective' }]);
    await endMeeting(server, meeting);
    bodyOf(await owner.ada.send('DELETE', `/api/meetings/${meeting}`));
    expect(latest(await figures(), 'meetings')).toBe(1);
  });

  it('in which somebody is alone is none', async () => {
    const before = latest(await figures(), 'meetings');
    const meeting = await start();
    const { id } = bodyOf<{ id: string }>(await owner.ada.get('/api/me'));
    await contribute(meeting, id);
    expect(latest(await figures(), 'meetings')).toBe(before);
    // Whoever comes later makes it one, also on another server or after a restart.
    const guest = browser(server.url);
    bodyOf(await guest.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' }));
    (await inMeeting(server, guest, meeting)).socket.close();
    const after = await figures();
    expect(latest(after, 'meetings')).toBe((before ?? 0) + 1);
    expect(latest(after, 'guests')).toBe(1);
  });
});

describe('visitors', () => {
  const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Firefox/150.0' };

  it('are counted once a day, their views each time; who objects and who is a program is not', async () => {
    const there = browser(server.url);
    const view = (page: string, headers: Record<string, string> = BROWSER) =>
      there.post('/api/views', { page }, headers);
    for (const page of ['/play', '/play', '/teams/$team']) bodyOf(await view(page));
    bodyOf(await view('/play', { ...BROWSER, dnt: '1' }));
    bodyOf(await view('/play', { ...BROWSER, 'sec-gpc': '1' }));
    bodyOf(await view('/play', { 'user-agent': 'Googlebot/2.1' }));
    const asked = { ...BROWSER, accept: 'text/html', 'sec-fetch-dest': 'document' };
    await there.get(`/m/${'x'.repeat(22)}`, asked);
    await there.get('/m/secret', { ...asked, 'sec-purpose': 'prefetch' });
    bodyOf(await view('/teams/0198b3a0'));
    expect((await view('teams')).status).toBe(400);
    const counted = await figures();
    expect([latest(counted, 'views'), latest(counted, 'visitors')]).toEqual([5, 1]);
    const pages = await server.app.db.selectFrom('page_view').select(['page', 'views']).execute();
    expect(pages.toSorted((a, b) => a.page.localeCompare(b.page))).toEqual([
      { page: '/m/$meeting', views: 1 },
      { page: '/play', views: 2 },
      { page: '/teams/$team', views: 2 },
    ]);
  });
});

describe('figures of an organization', () => {
  it('are its own alone, and have nothing of visitors', async () => {
    const eve = await stranger(server, 'Eve');
    const hers = await figures(`/organizations/${(await homeOf(eve)).organization}/metrics`, eve);
    expect(hers.series.flatMap(({ values }) => values).every((value) => value === null)).toBe(true);
    expect(hers.series.map(({ metric }) => metric)).not.toContain('visitors');
    expect((await eve.get(`/api/organizations/${organization}/metrics`)).status).toBe(404);
    expect((await eve.get('/api/server/metrics')).status).toBe(404);
  });

  it('are for its owners and admins', async () => {
    const path = `/organizations/${organization}/metrics`;
    expect((await ben.there.get(`/api${path}`)).status).toBe(403);
    const own = await figures(path);
    expect(latest(own, 'meetings')).toBe(2);
    expect(latest(own, 'monthly-active')).toBe(2);
    expect(own.cohorts).toMatchObject([{ people: 2, active: null }]);
  });

  it('come as files too', async () => {
    const csv = await owner.ada.get(`/api/organizations/${organization}/metrics/csv`);
    expect(csv.headers['content-disposition']).toContain('metrics.csv');
    const lines = csv.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(54);
    expect(lines[0]).toMatch(/^week,monday,partial,monthly-active,monthly-active change/);
    expect(lines.at(-1)).toMatch(/^\d{4}-W\d\d,\d{4}-\d\d-\d\d,yes,2,,/);
    const json = await owner.ada.get('/api/server/metrics/json');
    expect(json.json()).toMatchObject({ weeks: expect.any(Array) as unknown });
  });
});

it('an organization that is deleted takes its own figures along, not those of the server', async () => {
  const { db } = server.app;
  const eve = await stranger(server, 'Mallory');
  const me = bodyOf<{ organizations: { id: string; teams: { id: string }[] }[] }>(
    await eve.get('/api/me'),
  );
  const [theirs] = me.organizations;
  const activity = 'start-stop-continue';
  bodyOf(await eve.post(`/api/teams/${theirs?.teams[0]?.id}/meetings`, { activity }));
  const before = await figures();
  const counted = () => db.selectFrom('week_count').select('scope').execute();
  expect((await counted()).map(({ scope }) => scope)).toContain(theirs?.id);
  await db
    .deleteFrom('organization')
    .where('id', '=', theirs?.id ?? '')
    .execute();
  expect((await counted()).map(({ scope }) => scope)).not.toContain(theirs?.id);
  await countAnew(db, server.app.insight.today());
  expect((await figures()).series).toEqual(before.series);
});

it('whoever erases their account stays counted, as nobody', async () => {
  const { db } = server.app;
  const before = await figures();
  await db.deleteFrom('user').where('id', '=', ben.id).execute();
  const rows = await db.selectFrom('active_day').select('user_id').execute();
  expect(rows.map(({ user_id: user }) => user)).not.toContain(ben.id);
  expect(new Set(rows.map(({ user_id: user }) => user)).size).toBe(3);
  await countAnew(db, server.app.insight.today());
  const after = await figures();
  expect(after.series).toEqual(before.series);
  expect(after.cohorts).toEqual(before.cohorts);
});
