import type { TaskWithThread } from '@rondo/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { command, endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf } from '../testing/people.ts';
import { teamBoard } from './testing/team-board.ts';

const { server, ada, bo, cy, team, clear, put, notices } = await teamBoard();

beforeEach(clear);

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
    const id = await startedIn(team, ada, { activity: 'agenda-meeting' });
    const { id: person } = await server.app.db
      .selectFrom('participant')
      .select('id')
      .where('meeting_id', '=', id)
      .where('user_id', '=', bo.id)
      .executeTakeFirstOrThrow();
    const entering = { person, name: 'Bo', role: 'member', lead: false };
    await command(server, id, 'enter', entering);
    await put('Of Bo', { owner: bo.id });
    expect(await notices()).toEqual([]);
    await put('Of Cy', { owner: cy.id });
    expect(await notices()).toEqual([['task-assigned', cy.id]]);
    await endMeeting(server, id);
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
