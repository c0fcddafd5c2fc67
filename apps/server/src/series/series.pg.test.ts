import type { Series } from '@rondo/contract';
import type { MeetingId } from '@rondo/meeting';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bodyOf, homeOf, newTeam } from '../testing/people.ts';
import { WEEKLY, weekly } from './testing/weekly.ts';

const DAY = 24 * 3_600_000;

const { server, ada, team, plan, read } = await weekly();

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
    const answer = await ada.post(`/api/teams/${team}/series`, {
      ...WEEKLY,
      ...changes,
    });
    expect(answer.json()).toMatchObject({ code: 'bad-input' });
  });

  it('can be looked at before it is stored', async () => {
    const { first, zone, rhythm, until } = WEEKLY;
    const pauses = [{ from: '2099-03-10', to: '2099-03-10' }];
    const answer = await ada.post(`/api/teams/${team}/series/preview`, {
      first,
      zone,
      rhythm,
      until,
      pauses,
    });
    const { dates } = bodyOf<{ dates: string[] }>(answer);
    expect(dates.slice(0, 2)).toEqual(['2099-03-03T08:30:00.000Z', '2099-03-17T08:30:00.000Z']);
  });

  it('is the last that a team may have going, also of two at once', async () => {
    const { organization } = await homeOf(ada);
    const full = await newTeam(ada, organization, 'Full');
    const make = () => ada.post(`/api/teams/${full}/series`, WEEKLY);
    const { id } = bodyOf<Series>(await make());
    const { rows } = await sql<{ id: string }>`
      insert into series select (jsonb_populate_record(
        series, jsonb_build_object('id', gen_random_uuid(), 'key', left(md5(random()::text), 22))
      )).* from series, generate_series(1, 98) where id = ${id} returning id`.execute(
      server.app.dbForAll,
    );
    expect(rows).toHaveLength(98);
    const both = await Promise.all([make(), make()]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429]);
  });

  it('may change; its next date is found anew', async () => {
    const { id } = await plan();
    const changed = await ada.send('PATCH', `/api/series/${id}`, {
      rhythm: { every: 'month', interval: 1, day: 31 },
      number: 5,
    });
    expect(bodyOf<Series>(changed).next[0]).toEqual({
      at: '2099-03-31T07:30:00.000Z',
      name: 'Sprint 5 retro',
    });
  });
});

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
  const started = await ada.post(`/api/series/${id}/start`, { at: next[0]?.at });
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
    const after = bodyOf<Series>(await ada.post(`/api/series/${id}/skip`, { at }));
    expect(after.next[0]).toEqual({ at: next[1]?.at, name: 'Sprint 117 retro' });
    const late = await ada.post(`/api/series/${id}/skip`, { at });
    expect(late.json()).toMatchObject({ code: 'conflict' });
    // Also when a change is looked at, and when the dates are found anew.
    const { first, zone, rhythm, until, pauses } = WEEKLY;
    const looked = await ada.post(`/api/teams/${team}/series/preview`, {
      series: id,
      first,
      zone,
      rhythm,
      until,
      pauses,
    });
    expect(bodyOf<{ dates: string[] }>(looked).dates[0]).toBe(next[1]?.at);
    const renamed = await ada.send('PATCH', `/api/series/${id}`, { name: 'Retro' });
    expect(bodyOf<Series>(renamed).next[0]?.at).toBe(next[1]?.at);
  });

  it('can be held now: of two who press at once, one starts it', async () => {
    const { id, next } = await plan();
    const at = next[0]?.at;
    const answers = await Promise.all([
      ada.post(`/api/series/${id}/start`, { at }),
      ada.post(`/api/series/${id}/start`, { at }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const after = await read(id);
    expect(after.next[0]?.at).toBe(next[1]?.at);
    expect(after.running).not.toBeNull();
  });

  it('waits while the series is paused, and comes back', async () => {
    const { id, next } = await plan();
    const paused = bodyOf<Series>(await ada.post(`/api/series/${id}/pause`));
    expect(paused).toMatchObject({ state: 'paused', next: [] });
    const resumed = bodyOf<Series>(await ada.post(`/api/series/${id}/resume`));
    expect(resumed.next).toEqual(next);
    expect((await read(id)).past).toEqual([]);
    const ended = bodyOf<Series>(await ada.post(`/api/series/${id}/end`));
    expect(ended.state).toBe('ended');
  });
});

it('what a pause has left out is said to have been skipped', async () => {
  const { id } = await plan({ rhythm: { every: 'week', interval: 1, on: [1, 2, 3, 4, 5, 6, 7] } });
  bodyOf(await ada.post(`/api/series/${id}/pause`));
  await server.app.db
    .updateTable('series')
    .set({ changed_at: new Date(Date.now() - 3 * DAY), starts_at: '2020-01-07T09:30' })
    .where('id', '=', id)
    .execute();
  bodyOf(await ada.post(`/api/series/${id}/resume`));
  const { past, number } = await read(id);
  expect(past.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped']);
  expect(number).toBe(117);
});
