import type { Board, MeetingId } from '@rondo/meeting';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { claimedBy, joined, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { tendDueMeetings } from './due.ts';

const MINUTE = 60_000;

let server: TestServer;
let owner: Owner;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  await joined(server, owner, 'Bo');
});

const pulse = performance.now.bind(performance);
let moved = 0;
// Only the calendar moves on; timers and the network stay as they are.
const later = (minutes: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE });
  moved += minutes * MINUTE;
  // What meetings go by cannot be set: in a test, more has passed than anybody has noticed.
  vi.spyOn(performance, 'now').mockImplementation(() => pulse() + moved);
};
afterEach(() => {
  moved = 0;
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function start(
  windows: readonly object[],
  of: object = { activity: 'start-stop-continue', without: [0] },
): Promise<MeetingId> {
  const { ada, team } = owner;
  const body = { ...of, windows };
  const answer = await ada.post(`/api/teams/${team}/meetings`, body);
  expect(answer.status, answer.text).toBe(200);
  return (answer.json() as { meeting: MeetingId }).meeting;
}

const window = (phase: number, change: object = {}) => ({
  phase,
  opensAfter: null,
  closesAfter: null,
  whenDone: false,
  remindBefore: null,
  lateFor: null,
  ...change,
});

const look = () => {
  const { db, post, live, meetingLog, log } = server.app;
  return tendDueMeetings({ db, post, live, meetingLog, log });
};

async function boardOf(meeting: MeetingId): Promise<Board> {
  const loaded = await server.app.meetingLog.load(meeting);
  if (!loaded) throw new Error('no such meeting');
  return loaded.doc.board;
}

const statusesOf = async (meeting: MeetingId) => {
  const { flow, phases } = await boardOf(meeting);
  return flow.map((id) => phases[id]?.status);
};

const mailsTo = (name: string, kind: 'reminder' | 'outcome') =>
  server.app.db
    .selectFrom('mail')
    .select(['recipient', 'text'])
    .where('kind', '=', kind)
    .where('recipient', '=', `${name}@example.org`)
    .execute();

const remindersFor = (name: string) => mailsTo(name, 'reminder');

describe('a meeting over days', () => {
  it('closes and opens its phases by the clock, however many servers look', async () => {
    const meeting = await start([
      window(1, { closesAfter: 60 }),
      window(2, { opensAfter: 120, closesAfter: 180 }),
    ]);
    expect((await statusesOf(meeting)).slice(0, 2)).toEqual(['open', 'ahead']);
    await look();
    expect((await statusesOf(meeting)).slice(0, 2)).toEqual(['open', 'ahead']);
    later(61);
    await Promise.all([look(), look(), look()]);
    expect((await statusesOf(meeting)).slice(0, 2)).toEqual(['done', 'ahead']);
    later(60);
    await look();
    expect((await statusesOf(meeting)).slice(0, 2)).toEqual(['done', 'open']);
  });

  it('waits for everybody in the team, also for those who have not come yet', async () => {
    const meeting = await start([window(1, { whenDone: true })]);
    const { expected, people, facilitator } = await boardOf(meeting);
    expect(Object.values(expected ?? {}).map(({ name }) => name)).toEqual(['Ada', 'Bo']);
    expect(Object.keys(people)).toEqual([facilitator]);
    const phase = (await boardOf(meeting)).at;
    const ready = (who: string) =>
      server.app.live.submit(meeting, who as never, {
        phase: null,
        name: 'setReady',
        args: { phase, ready: true },
      });
    await ready(facilitator);
    await look();
    expect((await statusesOf(meeting))[0]).toBe('open');
    const bo = Object.keys(expected ?? {}).find((person) => person !== facilitator) ?? '';
    await server.app.live.submit(meeting, null, {
      phase: null,
      name: 'enter',
      args: { person: bo, name: 'Bo', role: 'member', lead: false },
    });
    await ready(bo);
    await look();
    expect((await statusesOf(meeting))[0]).toBe('done');
  });

  it('reminds those who are missing, once, and nobody else', async () => {
    const meeting = await start([window(1, { closesAfter: 600, remindBefore: 540 })]);
    const { facilitator, at: phase } = await boardOf(meeting);
    await server.app.live.submit(meeting, facilitator, {
      phase: null,
      name: 'setReady',
      args: { phase, ready: true },
    });
    await look();
    expect(await remindersFor('bo')).toEqual([]);
    later(61);
    await Promise.all([look(), look()]);
    await look();
    const mails = await remindersFor('bo');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Time left: 9 hours.');
    expect(mails[0]?.text).not.toContain('Ada');
    expect(await remindersFor('ada')).toEqual([]);
  });

  it('reminds those for whom it is quiet when it is no longer, if they are still missing', async () => {
    const settings = server.app.db.insertInto('notice_settings');
    const { id } = await server.app.db
      .selectFrom('user')
      .select('id')
      .where('email', '=', 'bo@example.org')
      .executeTakeFirstOrThrow();
    // Within a day from now: quiet for four hours, when an hour is over.
    const minuteIn = (minutes: number): number => {
      const then = new Date(server.app.live.now() + minutes * MINUTE);
      return then.getUTCHours() * 60 + then.getUTCMinutes();
    };
    const quiet = { zone: 'UTC', quiet_from: minuteIn(30), quiet_until: minuteIn(240) };
    await settings.values({ user_id: id, ...quiet }).execute();
    const before = (await remindersFor('bo')).length;
    const waits = await start([window(1, { closesAfter: 600, remindBefore: 540 })]);
    const done = await start([window(1, { closesAfter: 600, remindBefore: 540 })]);
    // It closes while it is quiet.
    await start([window(1, { closesAfter: 120, remindBefore: 60 })]);
    later(61);
    await look();
    expect(await remindersFor('bo')).toHaveLength(before);
    const waiting = await server.app.db.selectFrom('quiet_reminder').selectAll().execute();
    expect(waiting.map((each) => each.meeting_id).toSorted()).toEqual([waits, done].toSorted());
    const { expected, facilitator, at: phase } = await boardOf(done);
    const bo = Object.keys(expected ?? {}).find((person) => person !== facilitator) ?? '';
    const act = (name: string, by: string | null, args: object) =>
      server.app.live.submit(done, by as never, { phase: null, name, args });
    await act('enter', null, { person: bo, name: 'Bo', role: 'member', lead: false });
    await act('setReady', bo, { phase, ready: true });
    later(181);
    await Promise.all([look(), look()]);
    const mails = (await remindersFor('bo')).slice(before);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`/m/${waits}`);
    await server.app.db.deleteFrom('notice_settings').where('user_id', '=', id).execute();
  });

  it('reminds nobody of what closes at the same look', async () => {
    const before = await remindersFor('bo');
    const meeting = await start([window(1, { closesAfter: 60, remindBefore: 30 })]);
    later(61);
    await look();
    expect((await statusesOf(meeting))[0]).toBe('done');
    expect(await remindersFor('bo')).toEqual(before);
  });

  it('ends by the clock, and its outcome is mailed once', async () => {
    const standup = { activity: 'daily-standup' };
    const meeting = await start([window(0, { closesAfter: 60 })], standup);
    later(61);
    await Promise.all([look(), look(), look()]);
    await look();
    const { status } = await server.app.db
      .selectFrom('meeting')
      .select('status')
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow();
    expect(status).toBe('ended');
    expect(await mailsTo('bo', 'outcome')).toHaveLength(1);
  });

  it('is refused where a phase would close before it opens', async () => {
    const { ada, team } = owner;
    const answer = await ada.post(`/api/teams/${team}/meetings`, {
      activity: 'start-stop-continue',
      windows: [window(1, { opensAfter: 60, closesAfter: 30 })],
    });
    expect(answer.status).toBe(400);
  });
});
