import { beforeEach, describe, expect, it } from 'vitest';
import { startedIn } from '../testing/meetings.ts';
import { bodyOf } from '../testing/people.ts';
import { teamBoard } from './testing/team-board.ts';

const { server, ada, bo, cy, team, clear, put, board, move, change, promised } = await teamBoard();

beforeEach(clear);

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
    const meeting = await startedIn(team, ada, { activity: 'weekly-check-in', without: [] });
    const { doc } = (await server.app.meetingLog.load(meeting))!;
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
