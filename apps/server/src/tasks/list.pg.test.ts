import type { TeamTask } from '@rondo/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '../testing/people.ts';
import { tellWhatIsDue } from './due.ts';
import { teamBoard } from './testing/team-board.ts';

const { server, ada, bo, cy, team, clear, put, notices, promised } = await teamBoard();

beforeEach(clear);

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
