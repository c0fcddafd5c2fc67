import type { Me, Team } from '@rondo/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { tendSeries } from '../series/due.ts';
import type { Browser } from '../testing/browser.ts';
import { COMPOSED } from '../testing/composed.ts';
import {
  bodyOf,
  claimedBy,
  homeOf,
  inMeeting,
  joined,
  newTeam,
  type Owner,
} from '../testing/people.ts';
import { PLANNED } from '../testing/planned.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { BELONGINGS } from './belongings.ts';

let server: TestServer;
let owner: Owner;
let organization: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  ({ organization } = await homeOf(owner.ada));
});

const startIn = (team: string, there: Browser = owner.ada) =>
  there.post(`/api/teams/${team}/meetings`, { activity: 'start-stop-continue' });
const plan = (team: string) =>
  owner.ada.post(`/api/teams/${team}/series`, {
    ...PLANNED,
    first: '2099-01-05T10:00',
    rhythm: { every: 'week', interval: 1, on: [1] },
  });
const told = async (user: string): Promise<string[]> =>
  (
    await server.app.db
      .selectFrom('notification')
      .select('kind')
      .where('user_id', '=', user)
      .execute()
  ).map(({ kind }) => kind);

describe('an archived team', () => {
  it('is read and not changed, whatever is tried; restored, all of it goes on', async () => {
    const team = await newTeam(owner.ada, organization, 'Put away');
    const there = { ada: owner.ada, team };
    const ben = await joined(server, there, 'Ben');
    const { meeting } = bodyOf<{ meeting: string }>(await startIn(team));
    const { id: series } = bodyOf<{ id: string }>(await plan(team));
    const path = `/api/teams/${team}`;
    const invited = bodyOf<{ url: string }>(await owner.ada.post(`${path}/invitations/link`, {}));
    const { items } = bodyOf<{ items: { id: string }[] }>(
      await owner.ada.post(`${path}/agenda`, { text: 'Budget' }),
    );
    expect((await ben.there.post(`${path}/archive`)).json()).toMatchObject({
      code: 'not-allowed',
    });
    expect(bodyOf(await owner.ada.post(`${path}/archive`))).toMatchObject({
      condition: 'archived',
    });
    // Archiving twice tells nobody twice.
    bodyOf(await owner.ada.post(`${path}/archive`));
    expect((await told(ben.id)).filter((kind) => kind === 'team-archived')).toHaveLength(1);

    const item = `${path}/agenda/${items[0]?.id}`;
    const refused = [
      await startIn(team),
      await plan(team),
      await owner.ada.send('PATCH', `/api/series/${series}`, { name: 'Other' }),
      await owner.ada.post(`/api/series/${series}/pause`),
      await owner.ada.post(`/api/series/${series}/end`),
      await owner.ada.post(`${path}/agenda`, { text: 'More' }),
      await owner.ada.send('PATCH', item, { pinned: true }),
      await owner.ada.send('DELETE', item),
      await owner.ada.post(`${path}/activities`, { content: COMPOSED }),
      await owner.ada.post(`${path}/invitations/link`, {}),
      await owner.ada.post(`${path}/invitations/mail`, { emails: ['late@example.org'] }),
      await owner.ada.send('PATCH', path, { name: 'Other' }),
      await owner.ada.send('PUT', `${path}/members/${ben.id}`, { role: 'lead' }),
      await ben.there.post('/api/invitations/accept', { token: invited.url.split('#')[1] }),
    ];
    for (const answer of refused) expect(answer.json()).toMatchObject({ code: 'archived' });
    // What is there is read, and what runs goes on.
    expect(bodyOf(await ben.there.get(path))).toMatchObject({ name: 'Put away' });
    const running = await inMeeting(server, ben.there, meeting);
    expect(running.first.t).toBe('welcome');
    running.socket.close();
    // What is due is left out.
    const due = new Date('2099-01-05T10:00:30Z');
    await tendSeries(server.app, due);
    const dates = await server.app.db
      .selectFrom('occurrence')
      .select('state')
      .where('series_id', '=', series)
      .execute();
    expect(dates).toEqual([{ state: 'skipped' }]);

    expect(bodyOf(await owner.ada.post(`${path}/restore`))).toMatchObject({ condition: 'open' });
    bodyOf(await startIn(team));
    expect(await told(ben.id)).toContain('team-restored');
  });
});

describe('a team that is moved', () => {
  it('takes its members along; only who manages both organizations moves it', async () => {
    const { organization: other } = bodyOf<{ organization: string }>(
      await owner.ada.post('/api/organizations', { name: 'Other', team: 'First' }),
    );
    const team = await newTeam(owner.ada, organization, 'Wanderers');
    const cleo = await joined(server, { ada: owner.ada, team }, 'Cleo');
    bodyOf(await owner.ada.send('PUT', `/api/teams/${team}/members/${cleo.id}`, { role: 'lead' }));
    const path = `/api/teams/${team}/move`;
    expect((await cleo.there.post(path, { organization: other })).status).toBe(403);
    expect(bodyOf(await owner.ada.get(`${path}?organization=${other}`))).toEqual({ newcomers: 1 });
    const moved = bodyOf<Team>(await owner.ada.post(path, { organization: other }));
    expect(moved).toMatchObject({ organization: { id: other, name: 'Other' }, role: 'lead' });
    const me = bodyOf<Me>(await cleo.there.get('/api/me'));
    expect(me.organizations.find(({ id }) => id === other)).toMatchObject({
      role: 'member',
      teams: [{ id: team }],
    });
    expect(await told(cleo.id)).toContain('team-moved');
  });
});

describe('a team that is merged into another', () => {
  it('leaves all it had there, and is gone', async () => {
    const [team, into] = [
      await newTeam(owner.ada, organization, 'Small'),
      await newTeam(owner.ada, organization, 'Large'),
    ];
    const dan = await joined(server, { ada: owner.ada, team }, 'Dan');
    const { meeting } = bodyOf<{ meeting: string }>(await startIn(team, dan.there));
    const { id: series } = bodyOf<{ id: string }>(await plan(team));
    bodyOf(await owner.ada.post(`/api/teams/${team}/agenda`, { text: 'Budget' }));
    const { id: task } = bodyOf<{ id: string }>(
      await dan.there.post(`/api/teams/${team}/tasks`, { text: 'Oil the gears' }),
    );
    expect((await dan.there.post(`/api/teams/${team}/merge`, { into })).status).toBe(403);
    const merged = bodyOf<Team>(await owner.ada.post(`/api/teams/${team}/merge`, { into }));
    expect(merged.members.map(({ name }) => name).toSorted()).toEqual(['Ada', 'Dan']);
    expect((await owner.ada.get(`/api/teams/${team}`)).status).toBe(404);
    expect(bodyOf(await dan.there.get(`/api/teams/${into}/meetings?status=running`))).toMatchObject(
      { meetings: [{ id: meeting }] },
    );
    expect(bodyOf(await dan.there.get(`/api/series/${series}`))).toMatchObject({ id: series });
    expect(bodyOf(await dan.there.get(`/api/teams/${into}/agenda`))).toMatchObject({
      items: [{ text: 'Budget' }],
    });
    expect(bodyOf(await dan.there.get('/api/search?words=gear'))).toMatchObject({
      groups: [{ found: [{ team: { id: into }, task: { id: task } }] }],
    });
    const inside = await inMeeting(server, dan.there, meeting);
    expect(inside.first.t).toBe('welcome');
    inside.socket.close();
    expect(await told(dan.id)).toContain('team-merged');
  });

  it('numbers its reports behind those that are there, and subscribes nobody twice', async () => {
    const [team, into] = [
      await newTeam(owner.ada, organization, 'Posts'),
      await newTeam(owner.ada, organization, 'More posts'),
    ];
    const { db } = server.app;
    const key = (): string => crypto.randomUUID();
    for (const [of, reports] of [
      [team, 2],
      [into, 3],
    ] as const) {
      await sql`
        insert into report_channel (team_id, key, next_number)
        values (${of}, ${key()}, ${reports + 1})`.execute(db);
      await sql`
        insert into report (id, team_id, number, content, author_name, key)
        select gen_random_uuid(), ${of}, n, '{}', 'Ada', gen_random_uuid()
        from generate_series(1, ${reports}::int) n`.execute(db);
      await sql`
        insert into report_subscriber (id, team_id, email)
        values (gen_random_uuid(), ${of}, 'both@example.org'),
               (gen_random_uuid(), ${of}, ${`${reports}@example.org`})`.execute(db);
    }
    bodyOf(await owner.ada.post(`/api/teams/${team}/merge`, { into }));
    const { rows } = await sql<{ number: number }>`
      select number from report where team_id = ${into} order by number`.execute(db);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const next = await sql`
      select next_number from report_channel where team_id = ${into}`.execute(db);
    expect(next.rows).toEqual([{ next_number: 6 }]);
    const readers = await sql<{ email: string }>`
      select email from report_subscriber where team_id = ${into} order by email`.execute(db);
    expect(readers.rows.map(({ email }) => email)).toEqual([
      '2@example.org',
      '3@example.org',
      'both@example.org',
    ]);
  });

  it('says for every table with rows of teams what becomes of them', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct class.relname::text as name
      from pg_class class
      left join pg_attribute own on own.attrelid = class.oid and own.attname = 'team_id'
      left join pg_constraint reference on reference.conrelid = class.oid
        and reference.contype = 'f' and reference.confrelid = 'team'::regclass
      where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p')
        and (own.attname is not null or reference.oid is not null)`.execute(server.app.db);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(BELONGINGS).toSorted());
  });
});
