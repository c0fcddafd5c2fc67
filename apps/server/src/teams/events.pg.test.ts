import type { TeamEvent } from '@rondo/contract';
import { beforeAll, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import {
  bodyOf,
  claimedBy,
  homeOf,
  joined,
  newTeam,
  type Owner,
  stranger,
} from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let owner: Owner;
let organization: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  ({ organization } = await homeOf(owner.ada));
});

/** What a timeline tells of people and the team, the first first. */
async function story(who: Browser, team: string): Promise<string[]> {
  const { events } = bodyOf<{ events: TeamEvent[] }>(
    await who.get(`/api/teams/${team}/timeline?kind=team`),
  );
  return events
    .map(({ what }) => ('name' in what ? `${what.kind} ${what.name}` : what.kind))
    .toReversed();
}

it('tells who has left, by themselves or not, and that they had come', async () => {
  const team = await newTeam(owner.ada, organization, 'Coming and going');
  const there = { ada: owner.ada, team };
  const [bo, cy, dan] = [
    await joined(server, there, 'Bo'),
    await joined(server, there, 'Cy'),
    await joined(server, there, 'Dan'),
  ];
  bodyOf(await owner.ada.send('DELETE', `/api/teams/${team}/members/${bo.id}`, {}));
  bodyOf(await cy.there.send('DELETE', `/api/teams/${team}/members/${cy.id}`, {}));
  bodyOf(await owner.ada.send('DELETE', `/api/organizations/${organization}/people/${dan.id}`, {}));
  const told = await story(owner.ada, team);
  expect(told.slice(0, 2).toSorted()).toEqual(['joined Ada', 'made']);
  expect(told.slice(2)).toEqual([
    'joined Bo',
    'joined Cy',
    'joined Dan',
    'removed Bo',
    'left Cy',
    'removed Dan',
  ]);
});

it('tells that a team was archived and restored, by an admin who is not in it too', async () => {
  const team = await newTeam(owner.ada, organization, 'Resting');
  const admin = await stranger(server, 'Amy');
  await server.app.db
    .insertInto('organization_member')
    .values({
      organization_id: organization,
      user_id: (await homeOf(admin)).me.id,
      role: 'admin',
    })
    .execute();
  // They get no answer about a team that they do not read; it is done.
  await admin.post(`/api/teams/${team}/archive`, {});
  expect((await story(owner.ada, team)).slice(2)).toEqual(['archived']);
  await admin.post(`/api/teams/${team}/restore`, {});
  expect((await story(owner.ada, team)).slice(2)).toEqual(['archived', 'restored']);
  expect((await admin.get(`/api/teams/${team}/timeline`)).status).toBe(404);
});

it('tells where a team came from, and which one became part of it with those who had left it', async () => {
  const team = await newTeam(owner.ada, organization, 'Wanderers');
  const small = await newTeam(owner.ada, organization, 'Small');
  const eli = await joined(server, { ada: owner.ada, team: small }, 'Eli');
  bodyOf(await eli.there.send('DELETE', `/api/teams/${small}/members/${eli.id}`, {}));
  bodyOf(await owner.ada.post(`/api/teams/${small}/archive`, {}));
  bodyOf(await owner.ada.post(`/api/teams/${small}/restore`, {}));
  bodyOf(await owner.ada.post(`/api/teams/${small}/merge`, { into: team }));
  const elsewhere = bodyOf<{ organization: string }>(
    await owner.ada.post('/api/organizations', { name: 'Elsewhere', team: 'First' }),
  ).organization;
  bodyOf(await owner.ada.post(`/api/teams/${team}/move`, { organization: elsewhere }));
  expect((await story(owner.ada, team)).slice(2)).toEqual([
    'joined Eli',
    'left Eli',
    'merged Small',
    'moved Engines',
  ]);
});

it('is read by members alone, and written by nobody for a team elsewhere', async () => {
  const eve = (await homeOf(await stranger(server, 'Eve'))).me.id;
  const theirs = server.app.dbOf(eve);
  expect(await theirs.selectFrom('team_event').select('id').execute()).toEqual([]);
  const planted = theirs
    .insertInto('team_event')
    .values({ id: crypto.randomUUID(), team_id: owner.team, kind: 'archived' })
    .execute();
  await expect(planted).rejects.toThrow(/row-level security/);
});
