import { randomUUID } from 'node:crypto';
import type { TeamEvent } from '@rondo/contract';
import type { MeetingId } from '@rondo/meeting';
import { beforeAll, describe, expect, it } from 'vitest';
import { promise } from '../tasks/testing/promise.ts';
import type { Browser } from '../testing/browser.ts';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, homeOf, joined, stranger } from '../testing/people.ts';
import { PLANNED } from '../testing/planned.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser; id: string };
let eve: Browser;
let team: string;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada, team } = owner);
  bo = await joined(server, owner, 'Bo');
  eve = await stranger(server, 'Eve');
});

const window = {
  phase: 1,
  opensAfter: null,
  closesAfter: 600,
  whenDone: false,
  remindBefore: null,
  lateFor: null,
};

const start = (more: object = {}) => startedIn(team, ada, { activity: 'daily-standup', ...more });

const end = (meeting: MeetingId) => endMeeting(server, meeting);

const task = (more: object) =>
  promise(server.app.db, team, { owner_user: bo.id, owner_name: 'Bo', ...more });

interface Listed {
  meeting: { id: string };
}

const today = async (who: Browser, day = '2026-06-10') =>
  bodyOf<{
    waiting: (Listed & { closesAt: string | null })[];
    running: { id: string; team: { name: string } }[];
    tasks: { id: string }[];
    openTasks: number;
    helped: { id: string }[];
    requests: object[];
    planned: { name: string; at: string; team: { id: string } }[];
    outcomes: { id: string }[];
  }>(await who.get(`/api/me/today?day=${day}`));

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('today', () => {
  it('is empty for somebody new', async () => {
    expect(await today(eve)).toEqual({
      waiting: [],
      running: [],
      tasks: [],
      openTasks: 0,
      helped: [],
      requests: [],
      planned: [],
      outcomes: [],
    });
  });

  it('tells who has not taken part that a meeting over days waits, until they have', async () => {
    const meeting = await start({
      activity: 'start-stop-continue',
      without: [0],
      windows: [window],
    });
    const live = await start();
    const before = await today(bo.there);
    expect(before.waiting).toMatchObject([{ meeting: { id: meeting } }]);
    expect(Date.parse(before.waiting[0]?.closesAt ?? '')).toBeGreaterThan(Date.now());
    expect(before.running).toMatchObject([{ id: live, team: { name: 'Analytics' } }]);
    const { id: person } = await server.app.db
      .selectFrom('participant')
      .select('id')
      .where('meeting_id', '=', meeting)
      .where('user_id', '=', bo.id)
      .executeTakeFirstOrThrow();
    const run = (who: string | null, name: string, args: object) =>
      server.app.live.submit(meeting, who as never, { phase: null, name, args });
    await run(null, 'enter', { person, name: 'Bo', role: 'member', lead: false });
    const { board } = (await server.app.meetingLog.load(meeting))!.doc;
    await run(person, 'setReady', { phase: board.at, ready: true });
    const between = await today(bo.there);
    expect(between.waiting).toEqual([]);
    expect(idsOf(between.running)).toContain(meeting);
    await end(meeting);
    const after = await today(bo.there);
    expect(after.waiting).toEqual([]);
    expect(idsOf(after.outcomes)).toContain(meeting);
    await end(live);
    expect((await today(bo.there)).running).toEqual([]);
    expect((await today(eve)).outcomes).toEqual([]);
  });

  it('has the tasks of this person alone: overdue, due within a week, and those to tell about', async () => {
    const late = await task({ due: '2026-06-01' });
    const soon = await task({ due: '2026-06-17' });
    await task({ due: '2026-06-18' });
    await task({});
    await task({ due: '2026-06-01', owner_user: null, owner_name: null });
    const week = new Date(Date.now() - 8 * 86_400_000);
    const done = await task({ status: 'done', closed_at: week });
    await task({ status: 'done', closed_at: new Date() });
    const those = await today(bo.there);
    expect(idsOf(those.tasks)).toEqual([late, soon]);
    expect(those.openTasks).toBe(4);
    expect(idsOf(those.helped)).toEqual([done]);
    expect((await today(ada)).tasks).toEqual([]);
  });

  it('has what is planned for the next seven days, without what was skipped', async () => {
    const day = (after: number): string =>
      new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 16);
    const plan = {
      ...PLANNED,
      name: 'Retro {n}',
      number: 7,
      first: day(1),
      rhythm: { every: 'week', interval: 1, on: [1, 2, 3, 4, 5, 6, 7] },
    };
    bodyOf(await ada.post(`/api/teams/${team}/series`, plan));
    const { planned } = await today(bo.there);
    expect(planned.length).toBeGreaterThanOrEqual(6);
    expect(planned[0]).toMatchObject({ name: 'Retro 7', team: { id: team } });
    expect(planned[1]).toMatchObject({ name: 'Retro 8' });
    expect((await today(eve)).planned).toEqual([]);
  });

  it('counts requests for those who may answer them', async () => {
    const { id: user } = bodyOf<{ id: string }>(await eve.get('/api/me'));
    const { organization } = await homeOf(ada);
    await server.app.db
      .insertInto('join_request')
      .values({ id: randomUUID(), user_id: user, organization_id: organization, team_id: team })
      .execute();
    expect((await today(ada)).requests).toMatchObject([
      { organization: { id: organization, name: 'Engines' }, count: 1 },
    ]);
    expect((await today(bo.there)).requests).toEqual([]);
    expect((await today(eve)).requests).toEqual([]);
  });
});

describe('a team’s timeline', () => {
  const page = async (who: Browser, more = '') =>
    bodyOf<{ events: TeamEvent[]; next: string | null }>(
      await who.get(`/api/teams/${team}/timeline?${more}`),
    );

  it('tells what happened in pages without gaps, and nothing of private tasks', async () => {
    const hidden = await task({ status: 'done', closed_at: new Date(), private_to: [bo.id] });
    const at = new Date('2026-05-01T10:00:00.123Z');
    await Promise.all([1, 2, 3, 4].map(() => task({ status: 'done', closed_at: at })));
    const all = await page(bo.there, 'limit=100');
    expect(all.next).toBeNull();
    const kinds = new Set(all.events.map(({ what }) => what.kind));
    expect(kinds).toEqual(new Set(['meeting', 'task', 'joined', 'made']));
    expect(JSON.stringify(all)).not.toContain(hidden);
    const seen: string[] = [];
    let before: string | null = '';
    while (before !== null) {
      const { events, next }: { events: TeamEvent[]; next: string | null } = await page(
        ada,
        `limit=3${before === '' ? '' : `&before=${encodeURIComponent(before)}`}`,
      );
      seen.push(...events.map(({ id }) => id));
      before = next;
    }
    expect(seen).toEqual(all.events.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('narrows to a kind and to an activity', async () => {
    const kindsOf = async (more: string) =>
      new Set((await page(ada, more)).events.map(({ what }) => what.kind));
    expect(await kindsOf('kind=task')).toEqual(new Set(['task']));
    expect(await kindsOf('kind=team')).toEqual(new Set(['joined', 'made']));
    expect(await kindsOf('activity=daily-standup')).toEqual(new Set(['meeting']));
    expect(await kindsOf('activity=sprint-poker')).toEqual(new Set());
    expect((await ada.get(`/api/teams/${team}/timeline?before=x`)).status).toBe(400);
  });
});
