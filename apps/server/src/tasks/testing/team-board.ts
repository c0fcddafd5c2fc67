import type { TaskWithThread, TeamTask } from '@rondo/contract';
import type { Browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, joined } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { promise } from './promise.ts';

/** A server with Ada’s team, in which are Bo and Cy, and what they do with their tasks. */
export async function teamBoard() {
  const server = await testServer();
  const { db } = server.app;
  const owner = await claimedBy(server);
  const { ada, team } = owner;
  const bo = await joined(server, owner, 'Bo');
  const cy = await joined(server, owner, 'Cy');
  // Begins as the other one's.
  await db.updateTable('user').set({ name: 'Bo Anna' }).where('id', '=', cy.id).execute();

  /** As if nothing had been done. */
  const clear = async (): Promise<void> => {
    await db.deleteFrom('task').execute();
    await db.deleteFrom('notification').execute();
    await db.deleteFrom('team_state').execute();
  };
  const put = async (text: string, more: object = {}, who = ada): Promise<TaskWithThread> =>
    bodyOf(await who.post(`/api/teams/${team}/tasks`, { text, ...more }));
  const board = async (who = ada): Promise<TeamTask[]> =>
    bodyOf<{ tasks: TeamTask[] }>(await who.get(`/api/teams/${team}/tasks/board`)).tasks;
  const move = (task: { id: string }, column: string, behind: { id: string } | null = null) =>
    ada.send('PUT', `/api/tasks/${task.id}/place`, { column, behind: behind?.id ?? null });
  const change = (task: { id: string }, changes: object, who: Browser = ada) =>
    who.send('PATCH', `/api/tasks/${task.id}`, changes);
  const notices = async (): Promise<[kind: string, user: string][]> => {
    const told = await db
      .selectFrom('notification')
      .select(['kind', 'user_id'])
      .where('kind', 'like', 'task-%')
      .orderBy('kind')
      .execute();
    return told.map(({ kind, user_id }) => [kind, user_id]);
  };
  /** As a meeting has promised it, so many days ago. */
  const promised = (text: string, more: Parameters<typeof promise>[2] = {}, daysAgo = 0) =>
    promise(db, team, {
      text,
      created_at: new Date(Date.now() - daysAgo * 86_400_000),
      ...more,
    });
  return { server, ada, bo, cy, team, clear, put, board, move, change, notices, promised };
}
