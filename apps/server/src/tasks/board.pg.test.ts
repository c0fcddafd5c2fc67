import type { TaskWithThread, TeamTask } from '@rondo/contract';
import type { MeetingId } from '@rondo/meeting';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { tellWhatIsDue } from './due.ts';
import { promise } from './testing/promise.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser; id: string };
let cy: { there: Browser; id: string };
let team: string;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada, team } = owner);
  bo = await joined(server, owner, 'Bo');
  cy = await joined(server, owner, 'Cy');
  // Begins as the other one's.
  await server.app.db
    .updateTable('user')
    .set({ name: 'Bo Anna' })
    .where('id', '=', cy.id)
    .execute();
});

beforeEach(async () => {
  await server.app.db.deleteFrom('task').execute();
  await server.app.db.deleteFrom('notification').execute();
  await server.app.db.deleteFrom('team_state').execute();
});

const put = async (text: string, more: object = {}, who = ada): Promise<TaskWithThread> =>
  bodyOf(await who.post(`/api/teams/${team}/tasks`, { text, ...more }));
const board = async (who = ada): Promise<TeamTask[]> =>
  bodyOf<{ tasks: TeamTask[] }>(await who.get(`/api/teams/${team}/tasks/board`)).tasks;
const columns = async (): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const { status, stage, text } of await board())
    (found[status === 'done' ? 'done' : stage] ??= []).push(text);
  return found;
};
const move = (task: { id: string }, column: string, behind: { id: string } | null = null) =>
  ada.send('PUT', `/api/tasks/${task.id}/place`, { column, behind: behind?.id ?? null });
const change = (task: { id: string }, changes: object, who = ada) =>
  who.send('PATCH', `/api/tasks/${task.id}`, changes);
const notices = async () => {
  const told = await server.app.db
    .selectFrom('notification')
    .select(['kind', 'user_id'])
    .where('kind', 'like', 'task-%')
    .orderBy('kind')
    .execute();
  return told.map(({ kind, user_id }) => [kind, user_id]);
};
/** As a meeting has promised it, so many days ago. */
const promised = (text: string, more: Parameters<typeof promise>[2] = {}, daysAgo = 0) =>
  promise(server.app.db, team, {
    text,
    created_at: new Date(Date.now() - daysAgo * 86_400_000),
    ...more,
  });

describe('the board', () => {
  it('has new tasks in front of their column, and keeps the order that people give them', async () => {
    const [one, two, three] = [await put('One'), await put('Two'), await put('Three')];
    expect(await columns()).toEqual({ active: ['Three', 'Two', 'One'] });
    await move(three, 'active', one);
    await move(two, 'stuck');
    await move(one, 'stuck', two);
    expect(await columns()).toEqual({ active: ['Three'], stuck: ['Two', 'One'] });
    await move(one, 'done');
    await move(three, 'stuck', one);
    expect(await columns()).toEqual({ done: ['One'], stuck: ['Three', 'Two'] });
    await move(one, 'future');
    expect(await columns()).toEqual({ future: ['One'], stuck: ['Three', 'Two'] });
  });

  it('has what the release before has made, the latest in front, and lets it be moved', async () => {
    const [old, older] = [await promised('Old', {}, 1), await promised('Older', {}, 2)];
    expect(await columns()).toEqual({ active: ['Old', 'Older'] });
    const made = await put('Made');
    expect(await columns()).toEqual({ active: ['Made', 'Old', 'Older'] });
    await move({ id: older }, 'active');
    await move(made, 'active', { id: old });
    expect(await columns()).toEqual({ active: ['Older', 'Old', 'Made'] });
  });

  it('keeps everybody’s place when many move at once', async () => {
    const made = [];
    for (const text of ['a', 'b', 'c', 'd', 'e']) made.push(await put(text));
    const answers = await Promise.all(made.map((task) => move(task, 'stuck')));
    expect(answers.map(({ status }) => status)).toEqual(made.map(() => 200));
    expect((await columns())['stuck']?.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    const positions = await server.app.db.selectFrom('task_board').select('position').execute();
    expect(new Set(positions.map(({ position }) => position)).size).toBe(5);
  });

  it('lets what is done be archived, and come back', async () => {
    const [one, two] = [await put('One'), await put('Two')];
    expect((await change(one, { archived: true })).status).toBe(409);
    await move(one, 'done');
    bodyOf(await ada.post(`/api/teams/${team}/tasks/archive`));
    await change(two, { status: 'dropped' });
    expect(await columns()).toEqual({});
    const first = bodyOf<{ tasks: TeamTask[]; next: string }>(
      await ada.get(`/api/teams/${team}/tasks/archived?limit=1`),
    );
    const second = bodyOf<{ tasks: TeamTask[]; next: null }>(
      await ada.get(`/api/teams/${team}/tasks/archived?limit=1&before=${first.next}`),
    );
    expect([...first.tasks, ...second.tasks].map(({ text }) => text)).toEqual(['Two', 'One']);
    expect(second.next).toBeNull();
    await change(one, { archived: false });
    await change(two, { status: 'open' });
    expect(await columns()).toEqual({ done: ['One'], active: ['Two'] });
  });

  it('finds tags in text and details', async () => {
    const task = await put('Write #Docs', { details: 'for #api' });
    expect(task.tags).toEqual(['docs', 'api']);
    expect(bodyOf<TeamTask>(await change(task, { details: '' })).tags).toEqual(['docs']);
  });

  it('is only read while the team is archived', async () => {
    const task = await put('One');
    await server.app.db
      .insertInto('team_state')
      .values({ team_id: team, archived_at: new Date() })
      .execute();
    const answers = [
      await ada.post(`/api/teams/${team}/tasks`, { text: 'Two' }),
      await change(task, { text: 'Two' }),
      await move(task, 'stuck'),
      await ada.post(`/api/tasks/${task.id}/comments`, { text: 'Hello' }),
      await ada.post(`/api/teams/${team}/tasks/archive`),
    ];
    expect(answers.map((answer) => answer.json())).toMatchObject(
      answers.map(() => ({ code: 'archived' })),
    );
    expect(bodyOf(await ada.get(`/api/teams/${team}/tasks/board`))).toMatchObject({
      readOnly: true,
    });
  });
});

describe('words', () => {
  it('of two who change them the second is told so, and loses nothing else', async () => {
    const task = await put('One');
    const { version } = task;
    bodyOf(await change(task, { text: 'Of Ada', version }));
    const second = await change(task, { text: 'Of Bo', version }, bo.there);
    expect(second.json()).toMatchObject({ code: 'conflict' });
    bodyOf(await change(task, { due: '2031-01-31', owner: bo.id, version }, bo.there));
    expect(await board()).toMatchObject([{ text: 'Of Ada', due: '2031-01-31' }]);
  });

  it('of two at the very same moment one wins', async () => {
    const task = await put('One');
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((text) => change(task, { text, version: task.version })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('have a history of who changed what', async () => {
    const task = await put('One');
    await change(task, { text: 'Two' });
    await change(task, { due: '2031-01-31' });
    await change(task, { owner: bo.id }, bo.there);
    await move(task, 'stuck');
    const { history } = bodyOf<TaskWithThread>(await ada.get(`/api/tasks/${task.id}`));
    expect(history.map(({ by, field, before, after }) => [by, field, before, after])).toEqual([
      ['Ada', 'stage', 'active', 'stuck'],
      ['Bo', 'owner', null, 'Bo'],
      ['Ada', 'due', null, '2031-01-31'],
      ['Ada', 'text', 'One', 'Two'],
      ['Ada', 'made', null, 'One'],
    ]);
  });
});

describe('a private task', () => {
  it('is seen by whoever made it and its owner, and by nobody else in any list', async () => {
    const task = await put('Secret #plan', { private: true, owner: bo.id });
    const open = await put('Open');
    expect((await board()).map(({ text }) => text)).toEqual(['Open', 'Secret #plan']);
    expect((await board(bo.there)).map(({ text }) => text)).toEqual(['Open', 'Secret #plan']);
    expect((await board(cy.there)).map(({ text }) => text)).toEqual(['Open']);
    for (const path of [`teams/${team}/tasks`, `teams/${team}/tasks/archived`, 'me/tasks'])
      expect((await cy.there.get(`/api/${path}`)).text).not.toContain('Secret');
    const answers = [
      await cy.there.get(`/api/tasks/${task.id}`),
      await change(task, { text: 'Mine' }, cy.there),
      await cy.there.post(`/api/tasks/${task.id}/comments`, { text: 'Hello' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    await move(task, 'done');
    await bo.there.post(`/api/teams/${team}/tasks/archive`);
    expect((await change(open, { owner: cy.id })).status).toBe(200);
    const away = bodyOf<{ archived: number }>(await cy.there.get(`/api/teams/${team}/tasks/board`));
    expect(away.archived).toBe(0);
  });

  it('stays in PostgreSQL’s own sight of those people, with what belongs to it', async () => {
    const task = await put('Secret', { private: true });
    bodyOf(await ada.post(`/api/tasks/${task.id}/comments`, { text: 'Hush' }));
    const db = server.app.dbOf(cy.id);
    for (const table of ['task', 'task_board', 'task_comment', 'task_event'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    await db.updateTable('task').set({ text: 'Mine' }).where('id', '=', task.id).execute();
    expect((await board()).map(({ text }) => text)).toEqual(['Secret']);
  });

  it('is nobody’s business in a meeting', async () => {
    const secret = await put('Secret', { private: true });
    await put('Later', { stage: 'future' });
    await put('Now');
    await promised('Promised');
    await change(secret, { text: 'More secret' });
    const { meeting } = bodyOf<{ meeting: string }>(
      await ada.post(`/api/teams/${team}/meetings`, { activity: 'weekly-check-in', without: [] }),
    );
    const { doc } = (await server.app.meetingLog.load(meeting as MeetingId))!;
    expect(JSON.stringify(doc)).not.toMatch(/secret|Later/i);
    expect(JSON.stringify(doc)).toContain('Now');
    await server.app.db.deleteFrom('meeting').execute();
  });

  it('is given away by whoever made it alone; what a meeting agreed on is never private', async () => {
    const task = await put('Secret', { private: true, owner: bo.id });
    expect((await change(task, { owner: cy.id }, bo.there)).status).toBe(403);
    bodyOf(await change(task, { owner: cy.id }));
    expect((await bo.there.get(`/api/tasks/${task.id}`)).status).toBe(404);
    bodyOf(await change(task, { private: false }));
    expect((await bo.there.get(`/api/tasks/${task.id}`)).status).toBe(200);
    expect((await change(task, { private: true }, bo.there)).status).toBe(403);
    const id = await promised('Promised', { owner_user: bo.id, owner_name: 'Bo' });
    expect((await change({ id }, { private: true }, bo.there)).status).toBe(403);
  });
});

describe('a thread', () => {
  const say = (task: { id: string }, text: string, who = ada) =>
    who.post(`/api/tasks/${task.id}/comments`, { text });

  it('tells those it speaks to, and those who take part; nobody of what they did themselves', async () => {
    const task = await put('One', { owner: bo.id });
    expect(await notices()).toEqual([['task-assigned', bo.id]]);
    await server.app.db.deleteFrom('notification').execute();
    await say(task, 'What about @Bo Anna, and x@Bo.example?');
    expect(await notices()).toEqual([
      ['task-mention', cy.id],
      ['task-reply', bo.id],
    ]);
    await server.app.db.deleteFrom('notification').execute();
    await say(task, 'I am @Bo', bo.there);
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]?.[0]).toBe('task-reply');
    expect(told.flat()).not.toContain(bo.id);
  });

  it('does not tell those who sit in the same running meeting, and hear it there', async () => {
    const started = await ada.post(`/api/teams/${team}/meetings`, { activity: 'agenda-meeting' });
    const id = bodyOf<{ meeting: string }>(started).meeting as MeetingId;
    const { id: person } = await server.app.db
      .selectFrom('participant')
      .select('id')
      .where('meeting_id', '=', id)
      .where('user_id', '=', bo.id)
      .executeTakeFirstOrThrow();
    const entering = { person, name: 'Bo', role: 'member', lead: false };
    await server.app.live.submit(id, null, { phase: null, name: 'enter', args: entering });
    await put('Of Bo', { owner: bo.id });
    expect(await notices()).toEqual([]);
    await put('Of Cy', { owner: cy.id });
    expect(await notices()).toEqual([['task-assigned', cy.id]]);
    await server.app.live.submit(id, null, { phase: null, name: 'endMeeting', args: {} });
    await server.app.db.deleteFrom('notification').execute();
    await put('Of Bo', { owner: bo.id });
    expect(await notices()).toEqual([['task-assigned', bo.id]]);
  });

  it('does not tell of a private task who may not see it', async () => {
    const task = await put('Secret', { private: true });
    await say(task, 'Psst @Bo');
    expect(await notices()).toEqual([]);
  });

  it('lets people change and take back their own words alone', async () => {
    const task = await put('One');
    const { thread } = bodyOf<TaskWithThread>(await say(task, 'Helo'));
    const path = `/api/tasks/${task.id}/comments/${thread[0]?.id}`;
    expect((await bo.there.send('PATCH', path, { text: 'Mine' })).status).toBe(404);
    expect((await bo.there.send('DELETE', path, {})).status).toBe(404);
    const { thread: reworded } = bodyOf<TaskWithThread>(
      await ada.send('PATCH', path, { text: 'Hello' }),
    );
    expect(reworded).toMatchObject([
      { text: 'Hello', edited: true, mine: true, by: { name: 'Ada' } },
    ]);
    expect(bodyOf<TaskWithThread>(await ada.send('DELETE', path, {})).thread).toEqual([]);
  });
});

describe('my tasks', () => {
  const mine = async (query: string, who = bo.there) =>
    bodyOf<{ tasks: TeamTask[]; next: string | null }>(await who.get(`/api/me/tasks?${query}`));

  it('come by what is due first, filtered and page by page', async () => {
    await put('Late', { owner: bo.id, due: '2020-01-01' });
    await put('Some day #docs', { owner: bo.id, stage: 'stuck' });
    await put('Far', { owner: bo.id, due: '2099-01-01' });
    await put('Not mine');
    const texts = async (query: string) => (await mine(query)).tasks.map(({ text }) => text);
    expect(await texts('')).toEqual(['Late', 'Far', 'Some day #docs']);
    expect(await texts('column=stuck')).toEqual(['Some day #docs']);
    expect(await texts('tag=Docs')).toEqual(['Some day #docs']);
    expect(await texts('due=overdue')).toEqual(['Late']);
    expect(await texts('due=none')).toEqual(['Some day #docs']);
    expect(await texts('archived=yes')).toEqual([]);
    expect(await texts(`team=${crypto.randomUUID()}`)).toEqual([]);
    const first = await mine('limit=2');
    expect(first.tasks.map(({ text }) => text)).toEqual(['Late', 'Far']);
    expect(await texts(`limit=2&before=${first.next}`)).toEqual(['Some day #docs']);
    expect((await bo.there.get('/api/me/tasks?before=x')).status).toBe(400);
  });

  it('that are due are told once a day', async () => {
    const now = new Date('2031-03-01T06:00:00Z');
    await put('Today', { owner: bo.id, due: '2031-03-01' });
    await put('Tomorrow', { owner: cy.id, due: '2031-03-02' });
    await put('Later', { owner: cy.id, due: '2031-03-03' });
    await server.app.db.deleteFrom('notification').execute();
    await tellWhatIsDue(server.app.db, now);
    await tellWhatIsDue(server.app.db, now);
    const told = await notices();
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(['task-due', bo.id]);
    expect(told).toContainEqual(['task-due', cy.id]);
    await tellWhatIsDue(server.app.db, new Date('2031-03-02T06:00:00Z'));
    expect(await notices()).toHaveLength(4);
  });
});

describe('how promises go', () => {
  it('is told of the team by the week, shares from five on, without what is private or was not promised', async () => {
    for (let i = 0; i < 3; i++)
      await promised(`Done ${i}`, {
        status: 'done',
        closed_at: new Date(),
        helped_yes: 2,
        helped_no: 1,
      });
    await promised('Open');
    await put('Board', { private: true });
    await put('Board too');
    const read = async () =>
      bodyOf<{ periods: Record<string, unknown>[]; whole: object }>(
        await ada.get(`/api/teams/${team}/promises`),
      );
    const few = await read();
    expect(few.periods).toHaveLength(12);
    expect(few.periods.at(-1)).toMatchObject({ promised: 4, done: 3, kept: null, helped: null });
    await promised('Dropped', { status: 'dropped', closed_at: new Date() });
    await promised('Earlier', {}, 21);
    const enough = await read();
    expect(enough.periods.at(-1)).toMatchObject({ promised: 5, done: 3, dropped: 1, kept: 0.6 });
    expect(enough.whole).toMatchObject({ promised: 6, done: 3, kept: 0.5, helped: null });
    const months = bodyOf<{ periods: { from: string }[] }>(
      await ada.get(`/api/teams/${team}/promises?by=month`),
    );
    expect(months.periods.map(({ from }) => from.slice(8))).toEqual(Array(12).fill('01'));
  });
});
