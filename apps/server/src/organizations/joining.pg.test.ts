import type {
  Domain,
  JoinRequest,
  Me,
  OfferedOrganization,
  OrganizationTeam,
  Team,
} from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import {
  bodyOf,
  claimedBy,
  joined,
  mailTo,
  PASSWORD,
  type Owner,
  homeOf,
  newTeam,
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

const base = (): string => `/api/organizations/${organization}`;
const verify = (there: Browser, email: string) => there.post(`${base()}/domains`, { email });
const set = async (joining: string): Promise<void> =>
  void bodyOf(await owner.ada.send('PATCH', base(), { joining }));
const offered = async (there: Browser): Promise<OfferedOrganization[]> =>
  bodyOf<{ organizations: OfferedOrganization[] }>(await there.get('/api/organizations/offered'))
    .organizations;
const requests = async (there: Browser): Promise<JoinRequest[]> =>
  bodyOf<{ requests: JoinRequest[] }>(await there.get(`${base()}/requests`)).requests;
const join = (there: Browser) => there.post(`${base()}/join`);

/** Somebody new with an address of that domain. */
async function newcomer(name: string, domain: string) {
  const there = browser(server.url);
  const email = `${name.toLowerCase()}@${domain}`;
  bodyOf(await there.post('/api/me/sign-up', { name, email, password: PASSWORD, language: 'en' }));
  bodyOf(await there.post('/api/me/enter', { token: (await mailTo(server, email)).token }));
  return { there, id: bodyOf<Me>(await there.get('/api/me')).id };
}

async function told(user: string): Promise<string[]> {
  const rows = await server.app.db
    .selectFrom('notification')
    .select('kind')
    .where('user_id', '=', user)
    .orderBy('id')
    .execute();
  return rows.map(({ kind }) => kind);
}

describe('a mail domain', () => {
  it('is verified by one’s own address at once, and never one where anybody gets an address', async () => {
    expect(bodyOf(await verify(owner.ada, 'ADA@example.org'))).toEqual({ verified: true });
    const refused = await verify(owner.ada, 'ada@gmail.com');
    expect(refused.json()).toMatchObject({ code: 'not-allowed' });
  });

  it('is verified by a link mailed there, once, by somebody who manages the organization', async () => {
    expect(bodyOf(await verify(owner.ada, 'boss@engines.example'))).toEqual({ verified: false });
    const { token } = await mailTo(server, 'boss@engines.example');
    const confirm = (there: Browser) => there.post('/api/organizations/domains/confirm', { token });
    const eve = await newcomer('Eve', 'elsewhere.example');
    expect((await confirm(eve.there)).status).toBe(404);
    expect(bodyOf(await confirm(owner.ada))).toEqual({ organization, domain: 'engines.example' });
    expect((await confirm(owner.ada)).json()).toMatchObject({ code: 'expired' });
    const { domains } = bodyOf<{ domains: Domain[] }>(await owner.ada.get(`${base()}/domains`));
    expect(domains.map(({ domain }) => domain)).toEqual(['engines.example', 'example.org']);
  });
});

describe('whoever has an address of a verified domain', () => {
  it('finds nothing while joining is off, and nobody else ever does', async () => {
    const ben = await newcomer('Ben', 'engines.example');
    const far = await newcomer('Far', 'sub.engines.example');
    expect(await offered(ben.there)).toEqual([]);
    expect((await join(ben.there)).status).toBe(404);
    await set('join');
    expect(await offered(ben.there)).toMatchObject([{ id: organization, joining: 'join' }]);
    expect(await offered(far.there)).toEqual([]);
    expect((await join(far.there)).status).toBe(404);
  });

  it('joins at once where that is allowed', async () => {
    const cy = await newcomer('Cy', 'engines.example');
    expect(bodyOf(await join(cy.there))).toEqual({ joined: true });
    expect(await offered(cy.there)).toEqual([]);
    expect(bodyOf(await cy.there.get(base()))).toMatchObject({ role: 'member' });
  });

  it('asks where they have to; the answer is given by who manages, once, and told', async () => {
    await set('ask');
    const [dee, edo] = [
      await newcomer('Dee', 'engines.example'),
      await newcomer('Edo', 'engines.example'),
    ];
    for (const { there } of [dee, dee, edo])
      expect(bodyOf(await join(there))).toEqual({ joined: false });
    expect(await offered(dee.there)).toMatchObject([{ joining: 'ask', asked: expect.any(String) }]);
    const [first, second, ...more] = await requests(owner.ada);
    expect([first?.person.name, second?.person.name, more]).toEqual(['Dee', 'Edo', []]);

    const member = await joined(server, owner, 'Fay');
    expect(await requests(member.there)).toEqual([]);
    const answer = (there: Browser, request: JoinRequest | undefined, given: string) =>
      there.post(`/api/requests/${request?.id}/answer`, { answer: given });
    expect((await answer(member.there, first, 'yes')).status).toBe(403);
    const both = await Promise.all([
      answer(owner.ada, first, 'yes'),
      answer(owner.ada, first, 'no'),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    bodyOf(await answer(owner.ada, second, 'no'));
    expect((await edo.there.get(base())).status).toBe(404);
    expect(await told(edo.id)).toEqual(['join-answered']);
    const ada = bodyOf<Me>(await owner.ada.get('/api/me')).id;
    expect((await told(ada)).filter((kind) => kind === 'join-asked')).toHaveLength(2);
  });

  it('takes a request back', async () => {
    const gus = await newcomer('Gus', 'engines.example');
    bodyOf(await join(gus.there));
    const [request] = await requests(owner.ada);
    const path = `/api/requests/${request?.id}`;
    expect((await owner.ada.send('DELETE', path)).status).toBe(404);
    bodyOf(await gus.there.send('DELETE', path));
    expect(await requests(owner.ada)).toEqual([]);
  });
});

describe('a team of the organization', () => {
  const team = async (isPublic: boolean): Promise<string> =>
    bodyOf<{ team: string }>(
      await owner.ada.post('/api/teams', { organization, name: 'Bridges', isPublic }),
    ).team;

  it('that is public is joined with one click, and its leads are told', async () => {
    const hal = await joined(server, owner, 'Hal');
    const open = await team(true);
    const { members, ...seen } = bodyOf<Team>(await hal.there.get(`/api/teams/${open}`));
    expect(seen).toMatchObject({ name: 'Bridges', role: null, manages: false, isPublic: true });
    expect(members).toEqual([]);
    expect((await hal.there.get(`/api/teams/${open}/tasks`)).status).toBe(404);
    const eve = await stranger(server, 'Eve');
    const never = await eve.get(`/api/teams/${crypto.randomUUID()}`);
    const refused = [
      await eve.get(`/api/teams/${open}`),
      await hal.there.get(`/api/teams/${await team(false)}`),
    ];
    for (const { status, text } of refused) expect([status, text]).toEqual([404, never.text]);
    expect(bodyOf(await hal.there.post(`/api/teams/${open}/join`))).toEqual({ joined: true });
    expect(bodyOf(await hal.there.get(`/api/teams/${open}`))).toMatchObject({ role: 'member' });
    const ada = bodyOf<Me>(await owner.ada.get('/api/me')).id;
    expect(await told(ada)).toContain('team-joined');
  });

  it('that everybody has left is led by whoever joins it next', async () => {
    const open = await team(true);
    const ada = bodyOf<Me>(await owner.ada.get('/api/me')).id;
    bodyOf(await owner.ada.send('DELETE', `/api/teams/${open}/members/${ada}`));
    const [kim, lou] = [await joined(server, owner, 'Kim'), await joined(server, owner, 'Lou')];
    for (const { there } of [kim, lou]) bodyOf(await there.post(`/api/teams/${open}/join`));
    expect(bodyOf(await kim.there.get(`/api/teams/${open}`))).toMatchObject({ role: 'lead' });
    expect(bodyOf(await lou.there.get(`/api/teams/${open}`))).toMatchObject({ role: 'member' });
    expect(await told(kim.id)).toEqual(['team-joined']);
  });

  it('that is private is asked, and its lead answers', async () => {
    const ida = await joined(server, owner, 'Ida');
    const lead = await joined(server, owner, 'Leo');
    const closed = await newTeam(lead.there, organization, 'Tunnels');
    expect(bodyOf(await ida.there.post(`/api/teams/${closed}/join`))).toEqual({ joined: false });
    expect((await ida.there.get(`/api/teams/${closed}`)).status).toBe(404);
    const asked = async (): Promise<string | null | undefined> => {
      const list = await ida.there.get(`${base()}/teams?find=Tunnels`);
      return bodyOf<{ teams: OrganizationTeam[] }>(list).teams[0]?.asked;
    };
    bodyOf(await ida.there.send('DELETE', `/api/requests/${await asked()}`));
    expect([await asked(), await requests(lead.there)]).toEqual([null, []]);
    bodyOf(await ida.there.post(`/api/teams/${closed}/join`));
    const [request] = await requests(lead.there);
    expect(request).toMatchObject({ person: { id: ida.id }, team: { name: 'Tunnels' } });
    bodyOf(await lead.there.post(`/api/requests/${request?.id}/answer`, { answer: 'yes' }));
    expect(bodyOf(await ida.there.get(`/api/teams/${closed}`))).toMatchObject({ role: 'member' });
    expect(await told(ida.id)).toEqual(['join-answered']);
    expect(await told(lead.id)).toEqual(['join-asked', 'join-asked']);
  });

  it('that is private tells an owner who looks in that they have asked', async () => {
    const lead = await joined(server, owner, 'Lea');
    const closed = await newTeam(lead.there, organization, 'Vaults');
    const seen = async () => bodyOf<Team>(await owner.ada.get(`/api/teams/${closed}`));
    expect(await seen()).toMatchObject({ role: null, manages: true, asked: null });
    bodyOf(await owner.ada.post(`/api/teams/${closed}/join`));
    const [request] = await requests(lead.there);
    expect(await seen()).toMatchObject({ role: null, asked: request?.id });
    expect(bodyOf(await lead.there.get(`/api/teams/${closed}`))).toMatchObject({ asked: null });
    bodyOf(await owner.ada.send('DELETE', `/api/requests/${request?.id}`));
    expect(await seen()).toMatchObject({ asked: null });
  });
});
