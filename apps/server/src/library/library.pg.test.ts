import type { ActivitySummary, TeamActivity } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { startedIn } from '../testing/meetings.ts';
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

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
});

async function libraryOf(who: Browser, team: string): Promise<Map<string, TeamActivity>> {
  const answer = await who.get(`/api/teams/${team}/activities`);
  const { activities } = bodyOf<{ activities: TeamActivity[] }>(answer);
  return new Map(activities.map((activity) => [activity.id, activity]));
}

async function ran(who: Browser, team: string, activity: string, daysAgo = 0): Promise<void> {
  const meeting = await startedIn(team, who, { activity });
  await server.app.db
    .updateTable('meeting')
    .set({ started_at: new Date(Date.now() - daysAgo * 86_400_000) })
    .where('id', '=', meeting)
    .execute();
}

async function anotherTeam(): Promise<string> {
  const { organization } = await homeOf(owner.ada);
  return newTeam(owner.ada, organization, 'Another');
}

describe('the catalogue', () => {
  it('is for everybody, and tells nothing about anybody', async () => {
    const answer = await (await stranger(server, 'Cat')).get('/api/activities');
    const { activities } = bodyOf<{ activities: ActivitySummary[] }>(answer);
    expect(activities.length).toBe(server.app.library.size);
    const sailboat = activities.find(({ id }) => id === 'sailboat');
    expect(sailboat).toMatchObject({ suits: ['live', 'async'], place: ['remote', 'room'] });
    expect(sailboat?.purpose).toHaveProperty('en');
    expect(sailboat).not.toHaveProperty('teamRuns');
  });
});

describe('the lists of activities', () => {
  it('travel compressed; nothing else does, as its size could tell what is in it', async () => {
    const accepting = { 'accept-encoding': 'gzip' };
    const list = await owner.ada.get(`/api/teams/${owner.team}/activities`, accepting);
    expect(list.headers['content-encoding']).toBe('gzip');
    const team = await owner.ada.get(`/api/teams/${owner.team}`, accepting);
    expect(team.headers['content-encoding']).toBeUndefined();
  });
});

describe('a favourite', () => {
  it('is one person’s own, in each of their teams', async () => {
    const ben = await joined(server, owner, 'Ben');
    const mark = (favourite: boolean) =>
      ben.there.send('PUT', '/api/activities/sailboat/favourite', { favourite });
    bodyOf(await mark(true));
    bodyOf(await mark(true));
    expect((await libraryOf(ben.there, owner.team)).get('sailboat')?.favourite).toBe(true);
    expect((await libraryOf(ben.there, owner.team)).get('four-ls')?.favourite).toBe(false);
    expect((await libraryOf(owner.ada, owner.team)).get('sailboat')?.favourite).toBe(false);

    bodyOf(await mark(false));
    bodyOf(await mark(false));
    expect((await libraryOf(ben.there, owner.team)).get('sailboat')?.favourite).toBe(false);
  });

  it('is an activity that there is', async () => {
    const nowhere = '/api/activities/no-such-thing/favourite';
    expect((await owner.ada.send('PUT', nowhere, { favourite: true })).status).toBe(404);
  });
});

describe('a team’s usage', () => {
  it('is counted, with the last time, for its own members', async () => {
    await ran(owner.ada, owner.team, 'lean-coffee', 20);
    await ran(owner.ada, owner.team, 'lean-coffee', 3);
    const library = await libraryOf(owner.ada, owner.team);
    const coffee = library.get('lean-coffee');
    expect(coffee?.teamRuns).toBe(2);
    const days = (Date.now() - Date.parse(coffee?.lastRun ?? '')) / 86_400_000;
    expect(days).toBeCloseTo(3, 1);
    expect(library.get('orchestra')).toMatchObject({ teamRuns: 0, lastRun: null, popular: null });
  });

  it('stays in the team: another team of the organization learns only what is popular', async () => {
    await ran(owner.ada, owner.team, 'starfish', 5);
    const other = await anotherTeam();
    await ran(owner.ada, other, 'starfish', 6);
    await ran(owner.ada, other, 'four-ls', 91);
    const library = await libraryOf(owner.ada, other);
    // Run by two teams: before what one of them ran twice.
    expect(library.get('starfish')).toMatchObject({ teamRuns: 1, popular: 1 });
    expect(library.get('lean-coffee')).toMatchObject({ teamRuns: 0, lastRun: null, popular: 2 });
    // Longer ago than what counts as popular.
    expect(library.get('four-ls')).toMatchObject({ teamRuns: 1, popular: null });
  });

  it('is hidden from who is not in the team, and from who is not signed in', async () => {
    const eve = await stranger(server, 'Eve');
    const refused = await eve.get(`/api/teams/${owner.team}/activities`);
    const unknown = await eve.get(`/api/teams/${crypto.randomUUID()}/activities`);
    expect(refused.status).toBe(404);
    // The same answer as for a team that does not exist.
    expect(refused.text).toBe(unknown.text);

    const own = await libraryOf(eve, (await homeOf(eve)).team);
    expect([...own.values()].filter((each) => each.teamRuns > 0 || each.popular !== null)).toEqual(
      [],
    );

    eve.cookies.clear();
    expect((await eve.get(`/api/teams/${owner.team}/activities`)).status).toBe(401);
    const mark = await eve.send('PUT', '/api/activities/sailboat/favourite', { favourite: true });
    expect(mark.status).toBe(401);
  });
});
