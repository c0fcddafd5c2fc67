import type { TaskWithThread, TeamTask } from '@rondo/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '../testing/people.ts';
import { teamBoard } from './testing/team-board.ts';

const { server, ada, bo, team, clear, put, board, move, change, promised } = await teamBoard();

beforeEach(clear);

const columns = async (): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const { status, stage, text } of await board())
    (found[status === 'done' ? 'done' : stage] ??= []).push(text);
  return found;
};

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
