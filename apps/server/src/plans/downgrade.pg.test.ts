import type { CountedTeam, OrganizationPlan } from '@rondo/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, joined, newTeam, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { tendPlans } from './due.ts';
import type { PlanName } from './plans.ts';

let server: TestServer;
let other: TestServer;
let owner: Owner;

beforeAll(async () => {
  server = await testServer({ RONDO_PLANS: 'on' });
  owner = await claimedBy(server);
  const DATABASE_URL = server.environment['DATABASE_URL'] ?? '';
  other = await testServer({ RONDO_PLANS: 'on', DATABASE_URL });
});

let organization: string;
let teams: Record<'first' | 'second' | 'third' | 'fourth', string>;
let number = 0;

beforeEach(async () => {
  const { ada } = owner;
  const name = `Number ${++number}`;
  const made = bodyOf<{ organization: string; team: string }>(
    await ada.post('/api/organizations', { name, team: `First of ${number}` }),
  );
  ({ organization } = made);
  await setPlan('team');
  const team = (called: string) => newTeam(ada, organization, `${called} of ${number}`);
  teams = {
    first: made.team,
    second: await team('Second'),
    third: await team('Third'),
    fourth: await team('Fourth'),
  };
});

const setPlan = async (plan: PlanName): Promise<unknown> =>
  bodyOf(await owner.ada.send('PUT', `/api/server/plans/${organization}`, { plan }));

const plan = async (): Promise<OrganizationPlan> =>
  bodyOf(await owner.ada.get(`/api/organizations/${organization}/plan`));

/** Names of teams that stay open, or not. */
async function counted(isOpen: boolean): Promise<string[]> {
  const page = bodyOf<{ teams: CountedTeam[] }>(
    await owner.ada.get(`/api/organizations/${organization}/plan/teams`),
  );
  return page.teams
    .filter(({ readOnlyFrom }) => (readOnlyFrom === null) === isOpen)
    .map(({ name }) => name.split(' ')[0] ?? '');
}

/** As if so many days had gone by. */
async function pass(days: number): Promise<void> {
  await server.app.pool.query(
    `update team_state set read_only_from = read_only_from - make_interval(days => $1)
     where team_id in (select id from team where organization_id = $2)`,
    [days, organization],
  );
}

/** Both servers look at the same moment. */
async function look(): Promise<void> {
  await Promise.all(
    [server, other].map(({ app }) =>
      tendPlans({ db: app.db, settings: app.settings, post: app.post, log: app.log }),
    ),
  );
}

async function mailsTo(email: string): Promise<string[]> {
  const mails = await server.app.db
    .selectFrom('mail')
    .select(['subject', 'text'])
    .where('kind', '=', 'plan-notice')
    .where('recipient', '=', email)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return mails
    .filter(({ text }) => text.includes(`Number ${number} `))
    .map(({ subject }) => subject);
}

async function meet(team: string) {
  const activity = 'start-stop-continue';
  return owner.ada.post(`/api/teams/${team}/meetings`, { activity });
}

describe('after a plan was left', () => {
  it('the teams that were active last stay open; the others get 30 days', async () => {
    bodyOf(await meet(teams.third));
    bodyOf(await meet(teams.fourth));
    await setPlan('free');
    expect(await counted(true)).toEqual(['Fourth', 'Third']);
    const { notice, used } = await plan();
    expect(notice?.teams).toBe(2);
    expect(used.activeTeams).toBe(4);
    const days = (Date.parse(notice?.from ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    // Until then everything goes on, and what was told stays so.
    bodyOf(await meet(teams.first));
    await look();
    expect(await counted(true)).toEqual(['Fourth', 'Third']);
  });

  it('leads, owners and who pays are told at once and reminded twice, on any number of servers', async () => {
    const ben = await joined(server, { ada: owner.ada, team: teams.fourth }, 'Ben');
    const cleo = await joined(server, { ada: owner.ada, team: teams.fourth }, 'Cleo');
    bodyOf(
      await owner.ada.send('PUT', `/api/teams/${teams.fourth}/members/${ben.id}`, { role: 'lead' }),
    );
    for (const team of [teams.first, teams.second]) bodyOf(await meet(team));
    await setPlan('free');
    const told: number[] = [];
    for (const days of [0, 10, 5, 10, 2, 3, 7]) {
      await pass(days);
      await look();
      await look();
      told.push((await mailsTo('ada@example.org')).length);
    }
    // Days 0, 10, 15, 25, 27, 30 and 37.
    expect(told).toEqual([1, 1, 2, 2, 3, 4, 4]);
    const toBen = await mailsTo(ben.email);
    expect(toBen.map((subject) => subject.replace(/from .* on/, 'from … on'))).toEqual([
      `The team Fourth of ${number} can only be read from … on`,
      `Reminder: The team Fourth of ${number} can only be read from … on`,
      `Reminder: The team Fourth of ${number} can only be read from … on`,
      `The team Fourth of ${number} can only be read now`,
    ]);
    expect(await mailsTo(cleo.email)).toEqual([]);
    const notices = await server.app.db
      .selectFrom('notification')
      .select(['kind', 'team_id'])
      .where('user_id', '=', ben.id)
      .where('kind', 'like', 'team-read-only%')
      .orderBy('at')
      .execute();
    expect(notices.map(({ kind }) => kind)).toEqual([
      'team-read-only-soon',
      'team-read-only-soon',
      'team-read-only-soon',
      'team-read-only',
    ]);
    expect(notices.every(({ team_id }) => team_id === teams.fourth)).toBe(true);
  });

  it('nothing is deleted, hidden or ended: running meetings go on, outcomes are read and exported', async () => {
    const ended = await startedIn(teams.first, owner.ada);
    await endMeeting(server, ended);
    const running = await startedIn(teams.first, owner.ada);
    for (const team of [teams.second, teams.third]) bodyOf(await meet(team));
    await setPlan('free');
    await pass(31);
    await look();
    expect(await counted(false)).toEqual(['First', 'Fourth']);
    expect((await meet(teams.first)).json()).toMatchObject({ code: 'read-only' });
    for (const format of ['markdown', 'csv', 'json']) {
      expect((await owner.ada.get(`/api/meetings/${ended}/outcome/${format}`)).status).toBe(200);
    }
    bodyOf(await owner.ada.get(`/api/teams/${teams.first}`));
    await endMeeting(server, running);
    bodyOf(await owner.ada.get(`/api/meetings/${running}/outcome`));
  });

  it('all is as before once the plan is back, a team is archived, or plans are switched off', async () => {
    await setPlan('free');
    await pass(31);
    await setPlan('team');
    expect(await plan()).toMatchObject({ notice: null });
    expect(await counted(true)).toHaveLength(4);

    await setPlan('free');
    await pass(31);
    const [open] = await counted(true);
    const openId = Object.entries(teams).find(([called]) => called === open?.toLowerCase())?.[1];
    bodyOf(await owner.ada.post(`/api/teams/${openId}/archive`));
    expect((await plan()).notice?.teams).toBe(1);
    expect(await counted(true)).toHaveLength(2);

    const { app } = server;
    const settings = { ...app.settings, plans: 'off' as const };
    await tendPlans({ db: app.db, settings, post: app.post, log: app.log });
    expect(await plan()).toMatchObject({ notice: null });
  });
});

describe('an owner', () => {
  const keep = (kept: string[]) =>
    owner.ada.send('PUT', `/api/organizations/${organization}/plan/kept`, { teams: kept });

  it('chooses which teams stay open; one takes the place and the time of another', async () => {
    await setPlan('free');
    await pass(12);
    const before = (await plan()).notice?.from;
    bodyOf(await keep([teams.third, teams.fourth]));
    expect(await counted(true)).toEqual(['Fourth', 'Third']);
    expect((await plan()).notice?.from).toBe(before);
    // Chosen once, it holds whatever is done elsewhere.
    bodyOf(await meet(teams.first));
    await look();
    expect(await counted(true)).toEqual(['Fourth', 'Third']);
  });

  it('cannot choose more than the plan allows, or teams of somebody else', async () => {
    await setPlan('free');
    const three = await keep([teams.first, teams.second, teams.third]);
    expect(three.json()).toMatchObject({ code: 'plan-limit' });
    expect((await keep([owner.team])).json()).toMatchObject({ code: 'not-found' });
    expect(await counted(false)).toHaveLength(2);
  });
});
