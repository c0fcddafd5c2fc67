import type { TaskWithThread, TeamTask } from '@rondo/contract';
import type { ParticipantId } from '@rondo/meeting';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, homeOf, joined, newTeam } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { drivenMeeting, task } from './testing/driven-meeting.ts';
import { promise } from './testing/promise.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser; id: string };
let team: string;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada, team } = owner);
  bo = await joined(server, owner, 'Bo');
});

const tasks = async (status = 'open'): Promise<TeamTask[]> =>
  bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${team}/tasks?status=${status}`)).tasks;
const meetingOf = (activity: string, more: object = {}) =>
  drivenMeeting(server, { ada, team }, activity, more);
const textsOf = (list: readonly { text: string }[]) => list.map(({ text }) => text);
const byText = (list: readonly TeamTask[], text: string) =>
  list.find((each) => each.text === text)!;

async function clear(): Promise<void> {
  await server.app.db.deleteFrom('task').execute();
}

/** As a meeting has agreed on it. */
const promised = async (more: Parameters<typeof promise>[2] = {}): Promise<string> => {
  await clear();
  return promise(server.app.db, team, { text: 'Write the whole of it', ...more });
};

/** Another team of Ada’s. */
const other = async (): Promise<string> => {
  const { organization } = await homeOf(ada);
  return newTeam(ada, organization, 'Other');
};

describe('what a meeting agreed on', () => {
  it('is the team’s from its end on, with the account of whom it belongs to', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    const person = await retro.personOf(bo.id);
    await retro.run(null, 'enter', { person, name: 'Bo', role: 'member', lead: false }, null);
    await retro.run(null, 'addTask', task('a', 'Write it', { owner: person, due: '2027-01-31' }));
    await retro.run(null, 'addTask', task('b', 'Forget it'));
    expect(await tasks()).toEqual([]);
    await retro.end();
    expect(await tasks()).toMatchObject([
      {
        text: 'Write it',
        owner: { id: bo.id, name: 'Bo' },
        due: '2027-01-31',
        status: 'open',
        meeting: { id: retro.id, name: 'Agenda Meeting' },
      },
      { text: 'Forget it', owner: null },
    ]);
  });

  it('is not doubled when the meeting is opened again and ends again; what is gone there goes', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.run(null, 'addTask', task('b', 'Forget it'));
    await retro.end();
    const [first] = await tasks();
    await retro.reopen();
    await retro.run(null, 'removeTask', { id: 'b' });
    await retro.run(null, 'editTask', { id: 'a', text: 'Write it well', done: true });
    await retro.end();
    expect(await tasks()).toEqual([]);
    expect(await tasks('done')).toMatchObject([{ id: first?.id, text: 'Write it well' }]);
    await retro.reopen();
    await retro.run(null, 'editTask', { id: 'a', done: false });
    await retro.end();
    expect(textsOf(await tasks())).toEqual(['Write it well']);
  });

  it('stays when its meeting is deleted', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.end();
    bodyOf(await ada.send('DELETE', `/api/meetings/${retro.id}`, {}));
    expect(await tasks()).toMatchObject([
      { text: 'Write it', meeting: { id: null, name: 'Agenda Meeting' } },
    ]);
  });
});

describe('the next meeting', () => {
  /** Three promises of an earlier meeting, the first one Bo's. */
  async function promised() {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    const person = await retro.personOf(bo.id);
    await retro.run(null, 'enter', { person, name: 'Bo', role: 'member', lead: false }, null);
    await retro.run(null, 'addTask', task('a', 'One', { owner: person }));
    await retro.run(null, 'addTask', task('b', 'Two'));
    await retro.run(null, 'addTask', task('c', 'Three'));
    await retro.end();
    return retro;
  }

  it('knows what is open, and whose it is before they have come', async () => {
    await promised();
    const next = await meetingOf('weekly-check-in');
    const { tasks: brought, order } = await next.state<{
      tasks: Record<string, object>;
      order: string[];
    }>('review');
    expect(order.map((id) => brought[id])).toMatchObject([
      { text: 'One', owner: await next.personOf(bo.id), meeting: 'Agenda Meeting' },
      { text: 'Two', owner: null },
      { text: 'Three', owner: null },
    ]);
    await next.end();
  });

  it('closes, changes and keeps tasks; ended again, it says otherwise', async () => {
    await promised();
    const open = await tasks();
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => byText(open, text).id);
    const next = await meetingOf('weekly-check-in');
    await next.run(null, 'openPhase', { phase: 'review-2' }, null);
    await next.run('review', 'setVerdict', { task: one, verdict: 'done' });
    await next.run('review', 'setVerdict', { task: two, verdict: 'dropped' });
    await next.run('review', 'amend', { task: three, text: 'Three again', due: '2027-02-01' });
    await next.end();
    expect(await tasks()).toMatchObject([{ id: three, text: 'Three again', due: '2027-02-01' }]);
    expect(await tasks('done')).toMatchObject([{ id: one, helped: null }]);
    expect(await tasks('dropped')).toMatchObject([{ id: two }]);

    await next.reopen();
    await next.run('review', 'setVerdict', { task: one, verdict: 'keep' });
    await next.end();
    expect(textsOf(await tasks())).toEqual(['One', 'Three again']);
    expect(byText(await tasks(), 'One').owner).toEqual({ id: bo.id, name: 'Bo' });
  });

  it('does not open again what somebody else has closed', async () => {
    const retro = await promised();
    const { id } = byText(await tasks(), 'One');
    const next = await meetingOf('weekly-check-in');
    await next.run(null, 'openPhase', { phase: 'review-2' }, null);
    await next.run('review', 'setVerdict', { task: id, verdict: 'keep' });
    bodyOf(await bo.there.send('PATCH', `/api/tasks/${id}`, { status: 'done' }));
    await next.end();
    await retro.reopen();
    await retro.end();
    expect(textsOf(await tasks('done'))).toEqual(['One']);
  });
});

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

  it('that was missed twice is renewed, and counts anew', async () => {
    const id = await promised();
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

describe('an open task', () => {
  it('is changed by any member, and given to members alone', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.end();
    const [{ id } = { id: '' }] = await tasks();
    const change = (changes: object) => bo.there.send('PATCH', `/api/tasks/${id}`, changes);
    const given = bodyOf<TeamTask>(await change({ owner: bo.id, text: 'Do it' }));
    expect(given).toMatchObject({ text: 'Do it', owner: { id: bo.id, name: 'Bo' } });
    expect((await change({ owner: crypto.randomUUID() })).status).toBe(404);
    expect((await change({ due: 'soon' })).status).toBe(400);
    expect(bodyOf<TeamTask>(await change({ status: 'dropped' })).closedAt).not.toBeNull();
    expect(bodyOf<TeamTask>(await change({ status: 'open' })).closedAt).toBeNull();
  });
});

describe('another team', () => {
  const bring = (id: string, into: string, who = ada) =>
    who.send('PUT', `/api/tasks/${id}/team`, { team: into });
  it('gets a task with its thread and history from whoever is in both', async () => {
    const into = await other();
    const id = await promised({ text: 'Write #docs', owner_user: bo.id, owner_name: 'Bo' });
    bodyOf(await ada.post(`/api/tasks/${id}/comments`, { text: 'Hello' }));
    await server.app.db
      .insertInto('task_review')
      .values({ task_id: id, meeting_id: 'retro', team_id: team, result: 'missed' })
      .execute();
    expect((await bring(id, into, bo.there)).status).toBe(404);
    const brought = bodyOf<TaskWithThread>(await bring(id, into));
    expect(brought).toMatchObject({
      team: into,
      teamName: 'Other',
      owner: null,
      tags: ['docs'],
      meeting: { id: null, name: 'Retro' },
      reviewed: { times: 1, missed: 1 },
      thread: [{ text: 'Hello' }],
    });
    expect(brought.history).toMatchObject([
      { by: 'Ada', field: 'owner', before: 'Bo', after: null },
      { by: 'Ada', field: 'team', after: 'Other' },
    ]);
    expect(await tasks()).toEqual([]);
    expect((await bo.there.get(`/api/tasks/${id}`)).status).toBe(404);
    expect(bodyOf(await ada.get(`/api/teams/${into}/promises/open`))).toMatchObject({ open: 1 });
    for (const table of ['task_board', 'task_event', 'task_comment', 'task_review'] as const)
      expect(await server.app.db.selectFrom(table).select('team_id').distinct().execute()).toEqual([
        { team_id: into },
      ]);
    const found = await server.app.db
      .selectFrom('search_document')
      .select('team_id')
      .where('task_id', '=', id)
      .execute();
    expect(found).toEqual([{ team_id: into }]);
  });

  it('gets private ones from their maker alone, and none while it is archived', async () => {
    const into = await other();
    const wish = { text: 'Secret', private: true, owner: bo.id };
    const { id } = bodyOf<TeamTask>(await ada.post(`/api/teams/${team}/tasks`, wish));
    await server.app.db
      .insertInto('team_member')
      .values({ team_id: into, user_id: bo.id, role: 'member' })
      .execute();
    expect((await bring(id, into, bo.there)).status).toBe(403);
    await server.app.db
      .deleteFrom('team_member')
      .where('team_id', '=', into)
      .where('user_id', '=', bo.id)
      .execute();
    await server.app.db
      .insertInto('team_state')
      .values({ team_id: into, archived_at: new Date() })
      .execute();
    expect((await bring(id, into)).json()).toMatchObject({ code: 'archived' });
    await server.app.db.deleteFrom('team_state').execute();
    expect(bodyOf<TeamTask>(await bring(id, into))).toMatchObject({ private: true });
    expect((await bo.there.get(`/api/tasks/${id}`)).status).toBe(404);
  });
});
