import type { Occurrence, Series, SeriesDoor } from '@rondo/contract';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { beforeAll, describe, expect, it } from 'vitest';
import { startMeeting } from '../meetings/start.ts';
import { browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined, type Owner } from '../testing/people.ts';
import { PLANNED } from '../testing/planned.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { claimNext } from './claim.ts';
import { tendSeries } from './due.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let other: TestServer;
let owner: Owner;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  await joined(server, owner, 'Ben');
  other = await testServer(server.environment);
});

const WEEKLY = {
  ...PLANNED,
  number: 117,
  first: '2099-03-02T09:30',
  zone: 'Europe/Berlin',
  rhythm: { every: 'week', interval: 1, on: [2] },
  anonymous: false,
  mail: true,
  endPrevious: true,
};

const plan = async (changes: object = {}): Promise<Series> =>
  bodyOf(await owner.ada.post(`/api/teams/${owner.team}/series`, { ...WEEKLY, ...changes }));

const read = async (id: string): Promise<Series & { past: Occurrence[] }> =>
  bodyOf(await owner.ada.get(`/api/series/${id}`));

/** As if the next date had been so long ago, in ms; whole weeks later for a rhythm of weeks. */
async function makeDue(id: string, ago: number): Promise<void> {
  await server.app.db
    .updateTable('series')
    .set({ next_at: new Date(Date.now() - ago), starts_at: '2020-01-07T09:30' })
    .where('id', '=', id)
    .execute();
}

const rowOf = (id: string) =>
  server.app.db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const meetingsOf = async (id: string): Promise<string[]> => {
  const rows = await server.app.db
    .selectFrom('occurrence')
    .innerJoin('meeting', 'meeting.id', 'occurrence.meeting_id')
    .select(['meeting.id', 'meeting.name'])
    .where('series_id', '=', id)
    .orderBy('occurrence.at')
    .execute();
  return rows.map(({ name }) => name);
};

const mailsAbout = async (name: string): Promise<string[]> => {
  const rows = await server.app.db
    .selectFrom('mail')
    .select('recipient')
    .where('kind', '=', 'meeting-begun')
    .where('subject', 'like', `%${name}%`)
    .orderBy('recipient')
    .execute();
  return rows.map(({ recipient }) => recipient);
};

describe('a plan', () => {
  it('begins at the first date that its rhythm has, and tells the next five', async () => {
    const { first, next, rrule, state } = await plan();
    expect([first, rrule, state]).toEqual([
      '2099-03-03T09:30',
      'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO',
      'active',
    ]);
    expect(next).toHaveLength(5);
    expect(next[0]).toEqual({ at: '2099-03-03T08:30:00.000Z', name: 'Sprint 117 retro' });
    expect(next[4]).toEqual({ at: '2099-03-31T07:30:00.000Z', name: 'Sprint 121 retro' });
  });

  it('every second week counts from the first date, whatever its weekday', async () => {
    const rhythm = { every: 'week', interval: 2, on: [2] };
    const { next } = await plan({ rhythm });
    expect(next.slice(0, 2).map(({ at }) => at.slice(0, 10))).toEqual(['2099-03-03', '2099-03-17']);
  });

  it.each([
    ['in the past', { first: '2020-01-01T10:00', rhythm: null }],
    ['in no time zone', { zone: 'Mars/Olympus' }],
    ['in a zone that is only an offset', { zone: '+02:00' }],
    ['on a day that does not exist', { first: '2099-02-30T10:00' }],
    ['without any phase', { without: [0, 1, 2, 3, 4, 5, 6, 7, 8] }],
    ['with a facilitator from elsewhere', { facilitator: crypto.randomUUID() }],
    [
      'with a pause that ends before it begins',
      { pauses: [{ from: '2099-02-02', to: '2099-02-01' }] },
    ],
  ])('%s is refused', async (_, changes) => {
    const answer = await owner.ada.post(`/api/teams/${owner.team}/series`, {
      ...WEEKLY,
      ...changes,
    });
    expect(answer.json()).toMatchObject({ code: 'bad-input' });
  });

  it('can be looked at before it is stored', async () => {
    const { first, zone, rhythm, until } = WEEKLY;
    const pauses = [{ from: '2099-03-10', to: '2099-03-10' }];
    const answer = await owner.ada.post(`/api/teams/${owner.team}/series/preview`, {
      first,
      zone,
      rhythm,
      until,
      pauses,
    });
    const { dates } = bodyOf<{ dates: string[] }>(answer);
    expect(dates.slice(0, 2)).toEqual(['2099-03-03T08:30:00.000Z', '2099-03-17T08:30:00.000Z']);
  });

  it('may change; its next date is found anew', async () => {
    const { id } = await plan();
    const changed = await owner.ada.send('PATCH', `/api/series/${id}`, {
      rhythm: { every: 'month', interval: 1, day: 31 },
      number: 5,
    });
    expect(bodyOf<Series>(changed).next[0]).toEqual({
      at: '2099-03-31T07:30:00.000Z',
      name: 'Sprint 5 retro',
    });
  });
});

describe('when it is time', () => {
  it('several servers together make one meeting, and mail everybody once', async () => {
    const { id } = await plan({ name: 'Race {n}', number: 1 });
    await makeDue(id, 60_000);
    const rounds = [server, other, server, other].map(({ app }) => tendSeries(app));
    await Promise.all(rounds);
    expect(await meetingsOf(id)).toEqual(['Race 1']);
    expect(await mailsAbout('Race')).toEqual(['ada@example.org', 'ben@example.org']);
    const { number, next, running, past } = await read(id);
    expect(number).toBe(2);
    expect(Date.parse(next[0]?.at ?? '')).toBeGreaterThan(Date.now());
    expect(past).toMatchObject([{ state: 'held', meeting: { id: running, status: 'running' } }]);
  });

  it.each([
    ['before the meeting was begun', 'nothing'],
    ['after its board was stored, before anything else', 'board'],
    ['after it was there, before that was written down', 'meeting'],
  ] as const)('a server that dies %s leaves neither a hole nor two', async (_, left) => {
    const name = `Crash ${left}`;
    const { id } = await plan({ name });
    await makeDue(id, 60_000);
    const claimed = await claimNext(server.app, await rowOf(id), 'due');
    const meeting = claimed?.meeting_id as MeetingId;
    const host = claimed?.host_id as ParticipantId;
    const people = () =>
      server.app.db
        .selectFrom('participant')
        .select(['id', 'name'])
        .where('meeting_id', '=', meeting)
        .orderBy('name')
        .execute();
    if (left !== 'nothing') {
      const ada = await server.app.db
        .selectFrom('user')
        .select(['id', 'name'])
        .where('name', '=', 'Ada')
        .executeTakeFirstOrThrow();
      const { team } = owner;
      const { activity } = WEEKLY;
      await startMeeting(server.app, ada, { team, activity, name, ids: { meeting, host } });
    }
    const before = await people();
    if (left === 'board') {
      await server.app.db.deleteFrom('meeting').where('id', '=', meeting).execute();
    }
    // As long as whoever claimed it may still be at it, nobody else is.
    await tendSeries(other.app);
    expect(await meetingsOf(id)).toEqual(left === 'meeting' ? [name] : []);
    expect(await mailsAbout(name)).toEqual([]);

    await server.app.db
      .updateTable('occurrence')
      .set({ claimed_at: new Date(Date.now() - 2 * 60_000) })
      .where('series_id', '=', id)
      .execute();
    await Promise.all([tendSeries(server.app), tendSeries(other.app)]);
    expect(await meetingsOf(id)).toEqual([name]);
    expect(await mailsAbout(name)).toHaveLength(2);
    // The board may speak of them already.
    if (left !== 'nothing') expect(await people()).toEqual(before);
    expect((await people()).map((each) => each.name)).toEqual(['Ada', 'Ben']);
  });

  it('after a time out of order, the last day is made up for, and the rest is said to be missed', async () => {
    const { id } = await plan({
      rhythm: { every: 'week', interval: 1, on: [1, 2, 3, 4, 5, 6, 7] },
    });
    await makeDue(id, 3 * DAY + HOUR);
    await server.app.db
      .updateTable('series')
      .set({ starts_at: wallTimeAgo(3 * DAY + HOUR), zone: 'UTC' })
      .where('id', '=', id)
      .execute();
    await tendSeries(server.app);
    const { past, number } = await read(id);
    const states = past.map(({ state }) => state);
    expect(states.filter((state) => state === 'held')).toHaveLength(1);
    expect(states.filter((state) => state === 'missed').length).toBeGreaterThanOrEqual(2);
    expect(states[0]).toBe('held');
    expect(number).toBe(118);
  });

  it('the meeting before it ends', async () => {
    const { id } = await plan({ name: 'Standup {n}' });
    await makeDue(id, 60_000);
    await tendSeries(server.app);
    await makeDue(id, 30_000);
    await tendSeries(server.app);
    const { past } = await read(id);
    expect(past.map(({ meeting }) => meeting?.status)).toEqual(['running', 'ended']);
  });

  it('a meeting that takes place once ends its plan', async () => {
    const { id } = await plan({ rhythm: null, name: 'Once' });
    await makeDue(id, 60_000);
    await tendSeries(server.app);
    expect(await read(id)).toMatchObject({ state: 'ended', next: [] });
    expect(await meetingsOf(id)).toEqual(['Once']);
  });

  it('what the library no longer has is said to have failed', async () => {
    const { id } = await plan({ name: 'Gone' });
    await server.app.db
      .updateTable('series')
      .set({ activity_id: 'gone' })
      .where('id', '=', id)
      .execute();
    await makeDue(id, 60_000);
    await tendSeries(server.app);
    expect((await read(id)).past).toMatchObject([{ state: 'failed', meeting: null }]);
  });
});

function wallTimeAgo(ago: number): string {
  return new Date(Date.now() - ago).toISOString().slice(0, 16);
}

it('what the start takes goes with every meeting, such as the times of its phases', async () => {
  const window = {
    phase: 1,
    opensAfter: 0,
    closesAfter: 60,
    whenDone: true,
    remindBefore: null,
    lateFor: null,
  };
  const options = { windows: [window] };
  const { id, next } = await plan({ options, name: 'Async', without: [0] });
  const started = await owner.ada.post(`/api/series/${id}/start`, { at: next[0]?.at });
  const { meeting } = bodyOf<{ meeting: string }>(started);
  const loaded = await server.app.meetingLog.load(meeting as MeetingId);
  const flow = Object.values(loaded?.doc.board.phases ?? {});
  expect(flow.filter((phase) => phase.window)).toHaveLength(1);
  expect((await read(id)).options).toEqual(options);
});

describe('the next date', () => {
  it('can be skipped, by whoever saw it', async () => {
    const { id, next } = await plan();
    const at = next[0]?.at;
    const after = bodyOf<Series>(await owner.ada.post(`/api/series/${id}/skip`, { at }));
    expect(after.next[0]).toEqual({ at: next[1]?.at, name: 'Sprint 117 retro' });
    const late = await owner.ada.post(`/api/series/${id}/skip`, { at });
    expect(late.json()).toMatchObject({ code: 'conflict' });
    // Also when a change is looked at, and when the dates are found anew.
    const { first, zone, rhythm, until, pauses } = WEEKLY;
    const looked = await owner.ada.post(`/api/teams/${owner.team}/series/preview`, {
      series: id,
      first,
      zone,
      rhythm,
      until,
      pauses,
    });
    expect(bodyOf<{ dates: string[] }>(looked).dates[0]).toBe(next[1]?.at);
    const renamed = await owner.ada.send('PATCH', `/api/series/${id}`, { name: 'Retro' });
    expect(bodyOf<Series>(renamed).next[0]?.at).toBe(next[1]?.at);
  });

  it('can be held now: of two who press at once, one starts it', async () => {
    const { id, next } = await plan();
    const at = next[0]?.at;
    const answers = await Promise.all([
      owner.ada.post(`/api/series/${id}/start`, { at }),
      owner.ada.post(`/api/series/${id}/start`, { at }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const after = await read(id);
    expect(after.next[0]?.at).toBe(next[1]?.at);
    expect(after.running).not.toBeNull();
  });

  it('waits while the series is paused, and comes back', async () => {
    const { id, next } = await plan();
    const paused = bodyOf<Series>(await owner.ada.post(`/api/series/${id}/pause`));
    expect(paused).toMatchObject({ state: 'paused', next: [] });
    const resumed = bodyOf<Series>(await owner.ada.post(`/api/series/${id}/resume`));
    expect(resumed.next).toEqual(next);
    expect((await read(id)).past).toEqual([]);
    const ended = bodyOf<Series>(await owner.ada.post(`/api/series/${id}/end`));
    expect(ended.state).toBe('ended');
  });
});

it('what a pause has left out is said to have been skipped', async () => {
  const { id } = await plan({ rhythm: { every: 'week', interval: 1, on: [1, 2, 3, 4, 5, 6, 7] } });
  bodyOf(await owner.ada.post(`/api/series/${id}/pause`));
  await server.app.db
    .updateTable('series')
    .set({ changed_at: new Date(Date.now() - 3 * DAY), starts_at: '2020-01-07T09:30' })
    .where('id', '=', id)
    .execute();
  bodyOf(await owner.ada.post(`/api/series/${id}/resume`));
  const { past, number } = await read(id);
  expect(past.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped']);
  expect(number).toBe(117);
});

describe('the link', () => {
  it('leads members to the running meeting, guests as far as they may', async () => {
    const { id, key, next } = await plan({ guests: 'no' });
    const stranger = browser(server.url);
    const ask = async (there = owner.ada): Promise<SeriesDoor> =>
      bodyOf(await there.get(`/api/series-links/${key}`));
    expect(await ask()).toMatchObject({ you: 'member', meeting: null, next: next[0]?.at });
    expect(await ask(stranger)).toEqual({
      you: 'stranger',
      name: null,
      series: null,
      meeting: null,
      next: null,
      zone: null,
      guests: 'no',
    });
    const started = await owner.ada.post(`/api/series/${id}/start`, { at: next[0]?.at });
    const { meeting } = bodyOf<{ meeting: string }>(started);
    expect((await ask()).meeting).toBe(meeting);
    expect((await ask(stranger)).meeting).toBeNull();
    await server.app.db
      .updateTable('meeting')
      .set({ guests: 'lobby' })
      .where('id', '=', meeting)
      .execute();
    expect(await ask(stranger)).toMatchObject({ you: 'stranger', meeting, name: null });
  });

  it('makes the meeting for whoever comes on time, and the next round makes no other', async () => {
    const { id, key } = await plan({ name: 'Punctual' });
    await makeDue(id, 1_000);
    const { meeting } = bodyOf<SeriesDoor>(await owner.ada.get(`/api/series-links/${key}`));
    expect(meeting).not.toBeNull();
    await tendSeries(server.app);
    expect(await meetingsOf(id)).toEqual(['Punctual']);
  });

  it('that nobody made leads nowhere', async () => {
    const answer = await owner.ada.get(`/api/series-links/${'x'.repeat(22)}`);
    expect(answer.status).toBe(404);
  });
});
