import type { AgendaItem, Me, TaskWithThread, TeamTask } from '@rondo/contract';
import type { Board, MeetingId, ParticipantId } from '@rondo/meeting';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

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

/** A meeting of the team, driven past the socket as its facilitator. */
async function meetingOf(activity: string, more: object = {}) {
  const started = await ada.post(`/api/teams/${team}/meetings`, { activity, ...more });
  const id = bodyOf<{ meeting: string }>(started).meeting as MeetingId;
  const board = async (): Promise<Board> => (await server.app.meetingLog.load(id))!.doc.board;
  const host = (await board()).facilitator;
  const run = async (
    phase: string | null,
    name: string,
    args: object,
    who: ParticipantId | null = host,
  ) => {
    const phases = (await board()).flow;
    const at = phase === null ? null : phases.find((each) => each.startsWith(phase))!;
    expect(await server.app.live.submit(id, who, { phase: at, name, args })).not.toHaveProperty(
      'refused',
    );
  };
  const personOf = async (user: string): Promise<ParticipantId> => {
    const { id: person } = await server.app.db
      .selectFrom('participant')
      .select('id')
      .where('meeting_id', '=', id)
      .where('user_id', '=', user)
      .executeTakeFirstOrThrow();
    return person as ParticipantId;
  };
  const end = () => run(null, 'endMeeting', {}, null);
  const reopen = () => run(null, 'reopenMeeting', {}, host);
  const state = async <T>(phase: string): Promise<T> => {
    const { flow, phases } = await board();
    return phases[flow.find((each) => each.startsWith(phase))!]!.state as T;
  };
  const statuses = async (): Promise<[string, string][]> =>
    Object.values((await board()).phases).map(({ kind, status }) => [kind, status]);
  const kinds = async (): Promise<string[]> => (await statuses()).map(([kind]) => kind);
  return { id, run, end, reopen, board, personOf, state, statuses, kinds };
}

const task = (id: string, text: string, more: object = {}) => ({
  id,
  text,
  owner: null,
  due: null,
  topic: null,
  ...more,
});

const tasks = async (status = 'open'): Promise<TeamTask[]> =>
  bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${team}/tasks?status=${status}`)).tasks;
const agenda = async (): Promise<AgendaItem[]> =>
  bodyOf<{ items: AgendaItem[] }>(await ada.get(`/api/teams/${team}/agenda`)).items;
const textsOf = (list: readonly { text: string }[]) => list.map(({ text }) => text);
const byText = (list: readonly TeamTask[], text: string) =>
  list.find((each) => each.text === text)!;

async function clear(): Promise<void> {
  await server.app.db.deleteFrom('task').execute();
  await server.app.db.deleteFrom('team_agenda').execute();
}

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
  const promise = async (more: object = {}): Promise<string> => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write the whole of it', more));
    await retro.end();
    return byText(await tasks(), 'Write the whole of it').id;
  };
  const standup = () => meetingOf('daily-standup', { review: true, guests: 'yes' });

  it('comes up first in the next meeting of any kind, until it is dropped', async () => {
    const id = await promise();
    const daily = await standup();
    expect((await daily.state<{ order: string[] }>('review-1')).order).toEqual([id]);
    await daily.run('review', 'setVerdict', { task: id, verdict: 'dropped' });
    await daily.end();
    const next = await standup();
    expect(await next.kinds()).not.toContain('review');
    await next.end();
  });

  it('is open beside the first phase of a meeting over days, and closes with it', async () => {
    const id = await promise();
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
    await promise();
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
    const me = bodyOf<Me>(await ada.get('/api/me'));
    const [organization] = me.organizations;
    const made = await ada.post('/api/teams', { organization: organization?.id, name: 'Other' });
    const { team: other } = bodyOf<{ team: string }>(made);
    bodyOf(await ada.send('PUT', `/api/tasks/${id}/team`, { team: other }));
    await retro.reopen();
    await retro.run(null, 'addTask', task('b', 'Test it'));
    await retro.end();
    expect(textsOf(await tasks())).toEqual(['Test it']);
    const there = bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${other}/tasks`));
    expect(there.tasks).toMatchObject([{ id, text: 'Write it' }]);
  });

  it('that was missed twice is renewed, and counts anew', async () => {
    const id = await promise();
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
    const id = await promise({ due: '2999-01-01' });
    const daily = await standup();
    await daily.end();
    expect(await reviewed(id)).toEqual({ times: 1, missed: 0 });
  });

  it('that is done for a week is asked about, and what was counted is final', async () => {
    const id = await promise();
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
    const id = await promise();
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

describe('the team’s agenda', () => {
  const add = async (text: string, more: object = {}): Promise<void> =>
    void bodyOf(await bo.there.post(`/api/teams/${team}/agenda`, { text, ...more }));

  it('is written on the team’s page, in an order that anybody may change', async () => {
    await clear();
    await add('Budget', { note: 'Two numbers', pinned: true });
    await add('Offsite');
    const [budget, offsite] = await agenda();
    expect(budget).toMatchObject({ by: 'Bo', mine: false, pinned: true, note: 'Two numbers' });
    const path = `/api/teams/${team}/agenda/${offsite?.id}`;
    bodyOf(await ada.send('PUT', `${path}/place`, { behind: null }));
    expect(textsOf(await agenda())).toEqual(['Offsite', 'Budget']);
    bodyOf(await ada.send('PATCH', path, { text: 'Offsite\n in May' }));
    expect(textsOf(await agenda())).toEqual(['Offsite in May', 'Budget']);
    bodyOf(await ada.send('DELETE', path, {}));
    expect(textsOf(await agenda())).toEqual(['Budget']);
    expect((await ada.send('PATCH', path, { pinned: true })).status).toBe(404);
  });

  it('comes along; what was talked about goes, what is pinned or was not reached waits again', async () => {
    await clear();
    await add('Budget', { pinned: true });
    await add('Offsite');
    await add('Later');
    const [budget, offsite] = await agenda();
    const meeting = await meetingOf('agenda-meeting');
    for (const item of [budget?.id, offsite?.id]) {
      await meeting.run('agenda', 'openItem', { item });
      await meeting.run('agenda', 'finishItem', { item });
    }
    await meeting.run('agenda', 'addCard', { id: 'new', group: 'g', text: 'New\nand noted' });
    await meeting.run('agenda', 'pinItem', { item: 'new', pinned: true });
    await meeting.run('agenda', 'moveItem', { item: 'new', behind: budget?.id });
    await meeting.run('agenda', 'openItem', { item: 'new' });
    await meeting.end();
    expect(await agenda()).toMatchObject([
      { text: 'Budget', pinned: true },
      { text: 'New', note: 'and noted', pinned: true, by: 'Ada', mine: true },
      { text: 'Later', pinned: false, by: 'Bo' },
    ]);
  });

  it('is the same when the meeting ends again, and keeps what happened since', async () => {
    await clear();
    await add('Offsite');
    const [offsite] = await agenda();
    const meeting = await meetingOf('agenda-meeting');
    await meeting.run('agenda', 'addCard', { id: 'new', group: 'g', text: 'New' });
    await meeting.end();
    expect(textsOf(await agenda())).toEqual(['Offsite', 'New']);
    bodyOf(await ada.send('DELETE', `/api/teams/${team}/agenda/${offsite?.id}`, {}));
    await meeting.reopen();
    await meeting.end();
    expect(textsOf(await agenda())).toEqual(['New']);
    await meeting.reopen();
    await meeting.run('agenda', 'deleteCard', { id: 'new' });
    await meeting.end();
    expect(await agenda()).toEqual([]);
  });
});
