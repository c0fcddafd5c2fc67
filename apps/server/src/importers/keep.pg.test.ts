import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskWithThread, TeamTask } from '@rondo/contract';
import type { Outcome } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { sent } from '../portability/testing/by-hand.ts';
import { bodyOf, claimedBy } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';

const PARABOL = readFileSync(join(import.meta.dirname, 'testing/parabol-retro.csv'));

test('a task of Parabol stands under its topic in the outcome, and knows it on the board', async () => {
  const server = await testServer();
  const { ada, team } = await claimedBy(server);
  const { meeting } = bodyOf<{ meeting: string }>(
    await ada.post(`/api/teams/${team}/imports`, {
      upload: await sent(ada, 'parabol.csv', PARABOL),
      name: 'Retro of February',
      heldAt: '2026-02-03T10:00:00.000Z',
      tasks: true,
    }),
  );
  const outcome = bodyOf<Outcome>(await ada.get(`/api/meetings/${meeting}/outcome`));
  const topics = outcome.phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.as === 'topics' ? part.topics : []));
  expect(topics.map(({ title, tasks }) => ({ title, tasks }))).toEqual([
    { title: 'Deployments', tasks: outcome.tasks.map(({ id }) => id) },
    { title: 'Thanks', tasks: [] },
  ]);
  const { tasks } = bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${team}/tasks/board`));
  const task = bodyOf<TaskWithThread>(await ada.get(`/api/tasks/${tasks[0]?.id}`));
  expect(task).toMatchObject({ text: 'Write the runbook', meeting: { topic: 'Deployments' } });
});
