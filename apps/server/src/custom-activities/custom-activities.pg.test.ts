import type { Activity, ActivityVersion, TeamActivity, YamlProblem } from '@rondo/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
import { PLANNED, PLANNED_AT } from '../testing/planned.ts';
import { testServer, type TestServer } from '../testing/server.ts';

const COMPOSED = {
  category: 'workshop',
  name: 'Heads or tails',
  summary: 'We vote before we group.',
  purpose: 'When the order does not matter.',
  minutes: 30,
  people: { min: 2, max: 9 },
  hues: ['moss', 'sky'],
  keywords: { en: ['coin'], de: ['coin'] },
  flow: [
    {
      kind: 'collect',
      minutes: 10,
      tip: 'Take your time.',
      settings: { prompts: [{ id: 'heads', hue: 'moss', title: 'Heads' }], anonymous: false },
    },
    { kind: 'vote' },
    { kind: 'group', title: 'Sort' },
  ],
};

let server: TestServer;
let owner: Owner;
let ben: Browser;
/** In a team of her own, elsewhere. */
let eve: Browser;
let eves: string;
/** In another team of Ada's organization. */
let other: string;
let id: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  ben = (await joined(server, owner, 'Ben')).there;
  eve = await stranger(server, 'Eve');
  ({ team: eves } = await homeOf(eve));
  const { organization } = await homeOf(owner.ada);
  other = await newTeam(owner.ada, organization, 'Other');
});

beforeEach(async () => {
  id = await compose(owner.ada, owner.team);
});

async function compose(who: Browser, team: string, content: object = COMPOSED): Promise<string> {
  const kept = await who.post(`/api/teams/${team}/activities`, { content });
  return bodyOf<{ activity: string }>(kept).activity;
}

const save = (who: Browser, version: number, changes: object) =>
  who.send('PUT', `/api/activities/${id}`, { version, content: { ...COMPOSED, ...changes } });

const share = async (wish: string): Promise<void> => {
  bodyOf(await owner.ada.send('PUT', `/api/activities/${id}/share`, { share: wish }));
};

async function inLibrary(who: Browser, team: string): Promise<TeamActivity | undefined> {
  const answer = await who.get(`/api/teams/${team}/activities`);
  return bodyOf<{ activities: TeamActivity[] }>(answer).activities.find((each) => each.id === id);
}

describe('an activity that a team composes', () => {
  it('is found, read and started by everybody in the team, with its settings complete', async () => {
    expect(await inLibrary(ben, owner.team)).toMatchObject({
      name: 'Heads or tails',
      prompts: ['Heads'],
      custom: { share: 'team', version: 1, mayEdit: true, team: { id: owner.team } },
    });
    const read = bodyOf<Activity>(await ben.get(`/api/activities/${id}`));
    expect(read.flow[1]).toEqual({ kind: 'vote', settings: { votes: 5, perTopic: 3 } });
    const started = await ben.post(`/api/teams/${owner.team}/meetings`, { activity: id });
    const { meeting } = bodyOf<{ meeting: string }>(started);
    const row = await server.app.db
      .selectFrom('meeting')
      .select(['activity_id', 'activity_version'])
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ activity_id: id, activity_version: 1 });
    bodyOf(await ben.send('PUT', `/api/activities/${id}/favourite`, { favourite: true }));
    expect(await inLibrary(ben, owner.team)).toMatchObject({ favourite: true, teamRuns: 1 });
  });

  it('is not there for strangers: neither to find, nor to read, start, plan or mark', async () => {
    const never = `own-${'x'.repeat(25)}`;
    const asks: ((activity: string) => ReturnType<Browser['get']>)[] = [
      (activity) => eve.get(`/api/activities/${activity}`),
      (activity) => eve.get(`/api/activities/${activity}/file`),
      (activity) => eve.get(`/api/activities/${activity}/versions`),
      (activity) => eve.post(`/api/teams/${eves}/meetings`, { activity }),
      (activity) => eve.post(`/api/teams/${eves}/series`, plan(activity)),
      (activity) => eve.send('PUT', `/api/activities/${activity}/favourite`, { favourite: true }),
      (activity) => eve.send('PUT', `/api/activities/${activity}`, { content: {}, version: 1 }),
      (activity) => eve.send('DELETE', `/api/activities/${activity}`),
    ];
    for (const ask of asks) {
      const [asked, made] = [await ask(id), await ask(never)];
      expect(asked.status).toBe(404);
      expect(asked.text).toBe(made.text);
    }
    expect(await inLibrary(eve, eves)).toBeUndefined();
    expect((await eve.get('/api/activities')).text).not.toContain(id);
  });

  it('is shared with the organization, the server, and taken back', async () => {
    await share('organization');
    expect((await inLibrary(owner.ada, other))?.custom?.share).toBe('organization');
    expect((await eve.get(`/api/activities/${id}`)).status).toBe(404);
    await share('server');
    expect((await inLibrary(eve, eves))?.custom).toMatchObject({ team: null, mayEdit: false });
    bodyOf(await eve.post(`/api/teams/${eves}/meetings`, { activity: id }));
    // What is shared may be read, not changed, and its past stays in the team.
    expect((await save(eve, 1, {})).status).toBe(403);
    expect((await eve.get(`/api/activities/${id}/versions`)).status).toBe(403);
    expect((await eve.send('DELETE', `/api/activities/${id}`)).status).toBe(403);
    await share('team');
    expect((await eve.get(`/api/activities/${id}`)).status).toBe(404);
    expect(await inLibrary(owner.ada, other)).toBeUndefined();
  });

  it('has versions; of two who change the same one, the second is told', async () => {
    expect((await save(ben, 1, { name: 'Tails' })).json()).toEqual({ version: 2 });
    expect((await save(owner.ada, 1, { name: 'Edge' })).status).toBe(409);
    const { versions } = bodyOf<{ versions: ActivityVersion[] }>(
      await owner.ada.get(`/api/activities/${id}/versions`),
    );
    expect(versions).toMatchObject([
      { version: 2, by: 'Ben' },
      { version: 1, by: 'Ada' },
    ]);
    const first = bodyOf<Activity>(await ben.get(`/api/activities/${id}/versions/1`));
    expect(first.name).toBe('Heads or tails');
    expect(bodyOf<Activity>(await ben.get(`/api/activities/${id}`)).name).toBe('Tails');
  });

  it('leaves a running meeting as it was started', async () => {
    const started = await ben.post(`/api/teams/${owner.team}/meetings`, { activity: id });
    const { meeting } = bodyOf<{ meeting: Parameters<typeof server.app.meetingLog.load>[0] }>(
      started,
    );
    bodyOf(await save(ben, 1, { name: 'Tails', flow: [{ kind: 'discuss' }] }));
    const board = (await server.app.meetingLog.load(meeting))?.doc.board;
    expect(board?.flow.map((each) => board.phases[each]?.kind)).toEqual([
      'collect',
      'vote',
      'group',
    ]);
  });

  it('is gone once it is deleted, but what was planned with it goes on', async () => {
    const planned = await ben.post(`/api/teams/${owner.team}/series`, plan(id));
    const { id: series } = bodyOf<{ id: string }>(planned);
    bodyOf(await ben.send('DELETE', `/api/activities/${id}`));
    expect((await ben.get(`/api/activities/${id}`)).status).toBe(404);
    expect(await inLibrary(ben, owner.team)).toBeUndefined();
    expect((await save(ben, 1, {})).status).toBe(404);
    expect((await ben.post(`/api/teams/${owner.team}/series`, plan(id))).status).toBe(404);
    bodyOf(await ben.post(`/api/series/${series}/start`, { at: PLANNED_AT }));
  });

  it('has to be sound', async () => {
    const unsound = { ...COMPOSED, name: '', flow: [{ kind: 'group' }, { kind: 'nothing' }] };
    const refused = await ben.post(`/api/teams/${owner.team}/activities`, { content: unsound });
    expect(refused.status).toBe(400);
    expect(refused.json()).toMatchObject({
      defined: true,
      code: 'bad-input',
      message: expect.stringMatching(/^name: /),
    });
    const answer = await ben.post('/api/activities/check', { content: unsound });
    expect(bodyOf<{ problems: unknown[] }>(answer).problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ['name'], slip: { kind: 'empty' } }),
        expect.objectContaining({
          path: ['flow', 0, 'kind'],
          slip: { kind: 'needs', material: 'cards' },
        }),
        expect.objectContaining({ path: ['flow', 1, 'kind'] }),
      ]),
    );
    const sound = await ben.post('/api/activities/check', { content: COMPOSED });
    expect(sound.json()).toEqual({ problems: [] });
  });

  it('is refused when it is nested without end', async () => {
    let nested: unknown = [];
    for (let depth = 0; depth < 20_000; depth++) nested = [nested];
    const answer = await ben.post('/api/activities/check', { content: { flow: nested } });
    expect(bodyOf<{ problems: unknown[] }>(answer).problems).toHaveLength(1);
  });

  it('is no more than fits into a file', async () => {
    const tip = 'x'.repeat(400);
    const prompts = Array.from({ length: 12 }, (_, index) => ({
      id: `p${index}`,
      hue: 'sky',
      title: 'y'.repeat(100),
      hint: 'z'.repeat(256),
    }));
    const flow = Array.from({ length: 30 }, () => ({
      kind: 'collect',
      tip,
      settings: { prompts },
    }));
    const answer = await ben.post('/api/activities/check', { content: { ...COMPOSED, flow } });
    expect(answer.json()).toMatchObject({ problems: [{ slip: { kind: 'too-large' } }] });
  });
});

describe('an activity as a file', () => {
  it('comes back as it went, by whoever has it', async () => {
    const file = await ben.get(`/api/activities/${id}/file`);
    expect(file.headers['content-disposition']).toContain('heads-or-tails.yaml');
    const imported = await eve.post(`/api/teams/${eves}/activities/import`, { yaml: file.text });
    const { activity } = bodyOf<{ activity: string }>(imported);
    const [theirs, ours] = [
      bodyOf<Activity>(await eve.get(`/api/activities/${activity}`)),
      bodyOf<Activity>(await ben.get(`/api/activities/${id}`)),
    ];
    expect({ ...theirs, id: '', custom: null }).toEqual({ ...ours, id: '', custom: null });
  });

  it('is told with line and column when it is wrong, and nothing is kept', async () => {
    const yaml = 'id: x\nname: X\nflow:\n  - kind: vote\n';
    const answer = await ben.post(`/api/teams/${owner.team}/activities/import`, { yaml });
    const { activity, problems } = bodyOf<{ activity: null; problems: YamlProblem[] }>(answer);
    expect(activity).toBeNull();
    expect(problems.find(({ path }) => path === 'flow[0].kind')).toMatchObject({
      line: 4,
      column: 5,
    });
  });

  it('is read for anybody, also without an account', async () => {
    const file = await ben.get('/api/activities/sailboat/file');
    const nobody = await stranger(server, 'Nob');
    nobody.cookies.clear();
    const read = await nobody.post('/api/activities/read', { yaml: file.text });
    expect(read.json()).toMatchObject({ activity: { name: { en: 'Sailboat' } }, problems: [] });
  });
});

it('a team has at most five hundred', async () => {
  const max = await stranger(server, 'Max');
  const { team: crowded } = await homeOf(max);
  const content = JSON.stringify({ ...COMPOSED, id: 'x' });
  await server.app.db
    .insertInto('custom_activity')
    .values(
      Array.from({ length: 500 }, (_, index) => ({
        id: `own-${String(index).padStart(25, '0')}`,
        team_id: crowded,
        content,
        share: 'team' as const,
      })),
    )
    .execute();
  const refused = await max.post(`/api/teams/${crowded}/activities`, { content: COMPOSED });
  expect(refused.json()).toMatchObject({ code: 'too-many' });
});

const plan = (activity: string) => ({ ...PLANNED, activity });
