import type { Team } from '@rondo/contract';
import { expect, it } from 'vitest';
import { bodyOf, claimedBy } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

async function statusesOfThreeAtOnce(server: TestServer): Promise<number[]> {
  const { ada, team } = await claimedBy(server);
  const { organization } = bodyOf<Team>(await ada.get(`/api/teams/${team}`));
  const make = (name: string) => ada.post('/api/teams', { organization: organization.id, name });
  const answers = await Promise.all(['Second', 'Third', 'Fourth'].map(make));
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}

it('of three teams made in the same moment on the free plan, one is: there are two then', async () => {
  const server = await testServer({ RONDO_PLANS: 'on' });
  expect(await statusesOfThreeAtOnce(server)).toEqual([200, 402, 402]);
});

it('a server without plans limits nobody', async () => {
  expect(await statusesOfThreeAtOnce(await testServer())).toEqual([200, 200, 200]);
});
