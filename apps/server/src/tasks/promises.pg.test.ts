import type { TaskWithThread, TeamTask } from '@rondo/contract';
import type { ParticipantId } from '@rondo/meeting';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../testing/people.ts';
import { task } from './testing/driven-meeting.ts';
import { teamPromises, textsOf } from './testing/team-promises.ts';

const { server, ada, bo, team, tasks, clear, meetingOf, promised, other } = await teamPromises();

describe('a promise', () => {
  const reviewed = async (id: string): Promise<object> =>
    bodyOf<TeamTask>(await ada.get(`/api/tasks/${id}`)).reviewed;
  const standup = () => meetingOf('daily-standup', { review: true, guests: 'yes' });

  it('comes up first in the next meeting of any kind, until it is dropped', async () => {
    const id = await promised();
    const daily = await standup();
    expect((await daily.state<{ order: string[] }>('review-1')).order).toEqual([id]);
    await daily.run('review', 'setVerdict', { task: id, verdict: 'dropped' });
    await daily.end();
    const next = await standup();
    expect(await next.kinds()).not.toContain('review');
    await next.end();
  });

  it('is open beside the first phase of a meeting over days, and closes with it', async () => {
    const id = await promised();
    const day = { opensAfter: null, closesAfter: 480, remindBefore: null, lateFor: null };
    const windows = [{ phase: 0, ...day, whenDone: true }];
    const daily = await meetingOf('daily-standup', { review: true, windows });
    expect(await daily.statuses()).toEqual([
      ['review', 'open'],
      ['respond', 'open'],
    ]);
    await daily.run('review', 'setVerdict', { task: id, verdict: 'done' });
    await daily.run(null, 'finishPhase', { phase: 'respond-2' });
    expect((await daily.statuses()).map(([, status]) => status)).toEqual(['done', 'done']);
    await daily.end();
    expect(textsOf(await tasks('done'))).toEqual(['Write the whole of it']);
  });

  it('in front leaves windows and what is left out where the activity has them', async () => {
    await promised();
    const day = { opensAfter: null, closesAfter: 480, remindBefore: null, lateFor: null };
    const windows = [{ phase: 1, ...day, whenDone: false }];
    const retro = await meetingOf('start-stop-continue', { review: true, without: [0], windows });
    const { flow, phases } = await retro.board();
    expect(flow.slice(0, 2)).toEqual(['review-1', 'collect-2']);
    expect(flow.map((phase) => phases[phase]?.window != null).slice(0, 3)).toEqual([
      true,
      true,
      false,
    ]);
    await retro.end();
  });

  it('that is with another team meanwhile is not made anew when its meeting ends again', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.end();
    const [{ id } = { id: '' }] = await tasks();
    const into = await other();
    bodyOf(await ada.send('PUT', `/api/tasks/${id}/team`, { team: into }));
    await retro.reopen();
    await retro.run(null, 'addTask', task('b', 'Test it'));
    await retro.end();
    expect(textsOf(await tasks())).toEqual(['Test it']);
    const there = bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${into}/tasks`));
    expect(there.tasks).toMatchObject([{ id, text: 'Write it' }]);
  });

  /** As if so many days had gone by since what meetings have said so far. */
  const daysLater = (days: number) =>
    server.app.db
      .updateTable('task_review')
      .set(({ eb, ref }) => ({ at: eb(ref('at'), '-', sql<Date>`make_interval(days => ${days})`) }))
      .execute();

  it('without a day is missed once a week in a standup over the day, every day', async () => {
    const id = await promised();
    const day = { opensAfter: null, closesAfter: 480, remindBefore: null, lateFor: null };
    const windows = [{ phase: 0, ...day, whenDone: true }];
    const counts = [];
    for (let count = 0; count < 9; count++) {
      const daily = await meetingOf('daily-standup', { review: true, windows });
      await daily.run(null, 'finishPhase', { phase: 'respond-2' });
      await daily.end();
      counts.push(await reviewed(id));
      await daysLater(1);
    }
    expect(counts).toEqual(
      [1, 1, 1, 1, 1, 1, 1, 2, 2].map((missed, before) => ({ times: before + 1, missed })),
    );
  });

  it('that another meeting has missed since stays missed when its own ends again', async () => {
    const id = await promised();
    const first = await standup();
    await first.end();
    await daysLater(7);
    const second = await standup();
    await second.end();
    for (const each of [first, second]) {
      await each.reopen();
      await each.end();
      expect(await reviewed(id)).toEqual({ times: 2, missed: 2 });
    }
  });

  it('that was missed twice is renewed, and counts anew', async () => {
    const id = await promised({ due: '2026-01-01' });
    for (const missed of [1, 2]) {
      const daily = await standup();
      await daily.run('review', 'setVerdict', { task: id, verdict: 'keep' });
      await daily.end();
      expect(await reviewed(id)).toEqual({ times: missed, missed });
      await daily.reopen();
      await daily.end();
      expect(await reviewed(id)).toEqual({ times: missed, missed });
    }
    const daily = await standup();
    const { tasks: brought } = await daily.state<{ tasks: object }>('review');
    expect(brought).toMatchObject({ [id]: { missed: 2, times: 2 } });
    await daily.run('review', 'amend', { task: id, text: 'Write it' });
    await daily.end();
    expect(await reviewed(id)).toEqual({ times: 3, missed: 0 });
    expect(bodyOf<TaskWithThread>(await ada.get(`/api/tasks/${id}`)).history).toMatchObject([
      { by: null, field: 'text', before: 'Write the whole of it', after: 'Write it' },
    ]);
  });

  it('is not missed before its day', async () => {
    const id = await promised({ due: '2999-01-01' });
    const daily = await standup();
    await daily.end();
    expect(await reviewed(id)).toEqual({ times: 1, missed: 0 });
  });

  it('that is done for a week is asked about, and what was counted is final', async () => {
    const id = await promised();
    const due = async () => bodyOf(await ada.get(`/api/teams/${team}/promises/open`));
    expect(await due()).toEqual({ open: 1, toAsk: 0 });
    bodyOf(await ada.send('PATCH', `/api/tasks/${id}`, { status: 'done' }));
    expect(await due()).toEqual({ open: 0, toAsk: 0 });
    const done = new Date(Date.now() - 8 * 86_400_000);
    await server.app.db.updateTable('task').set({ closed_at: done }).execute();
    expect(await due()).toEqual({ open: 0, toAsk: 1 });
    const daily = await standup();
    const people = await Promise.all([ada.get('/api/me'), bo.there.get('/api/me')]);
    const asked = [];
    for (const answer of people)
      asked.push(await daily.personOf(bodyOf<{ id: string }>(answer).id));
    await daily.run(
      null,
      'enter',
      { person: asked[1], name: 'Bo', role: 'member', lead: false },
      null,
    );
    await daily.run(
      null,
      'enter',
      { person: 'guest', name: 'Kim', role: 'guest', lead: false },
      null,
    );
    for (const person of [...asked, 'guest' as ParticipantId])
      await daily.run('review', 'setHelped', { task: id, helped: person !== asked[0] }, person);
    await daily.end();
    const [counted] = await tasks('done');
    expect(counted).toMatchObject({ id, helped: { yes: 2, no: 1 } });
    expect(
      JSON.stringify(await server.app.db.selectFrom('task_review').selectAll().execute()),
    ).not.toMatch(/guest|Kim|Bo/);
    expect(await due()).toEqual({ open: 0, toAsk: 0 });
    const [{ closed_at } = { closed_at: null }] = await server.app.db
      .selectFrom('task')
      .select('closed_at')
      .execute();
    expect(closed_at).toEqual(done);
  });

  it('is asked about in two meetings at most', async () => {
    const id = await promised();
    await server.app.db
      .updateTable('task')
      .set({ status: 'done', closed_at: new Date(Date.now() - 8 * 86_400_000) })
      .execute();
    for (const order of [[id], [id]]) {
      const daily = await standup();
      expect((await daily.state<{ order: string[] }>('review')).order).toEqual(order);
      await daily.end();
    }
    const daily = await standup();
    expect(await daily.kinds()).not.toContain('review');
    await daily.end();
  });

  it('that was changed on the board stays so when its meeting ends again', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it', { due: '2031-01-01' }));
    await retro.end();
    const [{ id } = { id: '' }] = await tasks();
    bodyOf(await ada.send('PATCH', `/api/tasks/${id}`, { text: 'Write it well' }));
    await retro.reopen();
    await retro.run(null, 'editTask', { id: 'a', due: '2031-02-02' });
    await retro.end();
    expect(await tasks()).toMatchObject([{ text: 'Write it well', due: '2031-02-02' }]);
  });
});
