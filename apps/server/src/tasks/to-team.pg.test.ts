import type { TaskWithThread, TeamTask } from '@rondo/contract';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../testing/people.ts';
import { teamPromises } from './testing/team-promises.ts';

const { server, ada, bo, team, tasks, promised, other } = await teamPromises();

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
