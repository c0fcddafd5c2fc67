import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { describe, expect, it } from 'vitest';
import { startMeeting } from '../meetings/start.ts';
import { testServer } from '../testing/server.ts';
import { claimNext } from './claim.ts';
import { tendSeries } from './due.ts';
import { WEEKLY, weekly } from './testing/weekly.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const { server, team, plan, read, makeDue, meetingsOf } = await weekly();
const other = await testServer(server.environment);

const rowOf = (id: string) =>
  server.app.db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

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
