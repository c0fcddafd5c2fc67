import type { Me, Organization, OrganizationPerson } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { startedIn } from '../testing/meetings.ts';
import {
  bodyOf,
  claimedBy,
  homeOf,
  inMeeting,
  joined,
  newTeam,
  type Owner,
} from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let owner: Owner;
let ada: string;
let organization: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  const home = await homeOf(owner.ada);
  ada = home.me.id;
  ({ organization } = home);
});

const at = (person: string): string => `/api/organizations/${organization}/people/${person}`;
const give = (there: Browser, person: string, role: string) =>
  there.send('PUT', at(person), { role });
const roleOf = async (there: Browser): Promise<string | undefined> =>
  bodyOf<Me>(await there.get('/api/me')).organizations.find(({ id }) => id === organization)?.role;

describe('roles in an organization', () => {
  it('are given by owners and admins, and by admins never that of an owner', async () => {
    const ben = await joined(server, owner, 'Ben');
    const cleo = await joined(server, owner, 'Cleo');
    expect((await give(ben.there, ben.id, 'admin')).json()).toMatchObject({ code: 'not-allowed' });
    bodyOf(await give(owner.ada, ben.id, 'admin'));
    expect(await roleOf(ben.there)).toBe('admin');
    bodyOf(await give(ben.there, cleo.id, 'billing'));
    expect(await roleOf(cleo.there)).toBe('billing');
    expect((await give(ben.there, cleo.id, 'owner')).json()).toMatchObject({ code: 'not-allowed' });
    expect((await give(ben.there, ada, 'member')).json()).toMatchObject({ code: 'not-allowed' });
    expect((await ben.there.send('DELETE', at(ada))).json()).toMatchObject({ code: 'not-allowed' });
    bodyOf(await give(owner.ada, cleo.id, 'member'));
    expect(await roleOf(cleo.there)).toBe('member');
  });

  it('leave an owner, also of two who leave or step down in the same moment', async () => {
    for (const down of ['leave', 'step down'] as const) {
      expect((await give(owner.ada, ada, 'member')).json()).toMatchObject({ code: 'last-owner' });
      expect((await owner.ada.send('DELETE', at(ada))).json()).toMatchObject({
        code: 'last-owner',
      });
      const other = await joined(server, owner, down === 'leave' ? 'Dan' : 'Eve');
      bodyOf(await give(owner.ada, other.id, 'owner'));
      const both = await Promise.all(
        [
          { there: owner.ada, id: ada },
          { there: other.there, id: other.id },
        ].map(({ there, id }) =>
          down === 'leave' ? there.send('DELETE', at(id)) : give(there, id, 'member'),
        ),
      );
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const owners = await server.app.db
        .selectFrom('organization_member')
        .select('user_id')
        .where('organization_id', '=', organization)
        .where('role', '=', 'owner')
        .execute();
      expect(owners).toHaveLength(1);
      // Back to Ada alone, whoever has stayed.
      await server.app.db
        .insertInto('organization_member')
        .values({ organization_id: organization, user_id: ada, role: 'owner' })
        .onConflict((conflict) =>
          conflict.columns(['organization_id', 'user_id']).doUpdateSet({ role: 'owner' }),
        )
        .execute();
      await server.app.db
        .insertInto('team_member')
        .values({ team_id: owner.team, user_id: ada, role: 'lead' })
        .onConflict((conflict) =>
          conflict.columns(['team_id', 'user_id']).doUpdateSet({ role: 'lead' }),
        )
        .execute();
      await server.app.db
        .updateTable('organization_member')
        .set({ role: 'member' })
        .where('organization_id', '=', organization)
        .where('user_id', '=', other.id)
        .execute();
    }
  });

  it('are handed over: one becomes owner, the other admin', async () => {
    const fay = await joined(server, owner, 'Fay');
    const path = `/api/organizations/${organization}/transfer`;
    bodyOf(await owner.ada.post(path, { person: fay.id }));
    expect([await roleOf(owner.ada), await roleOf(fay.there)]).toEqual(['admin', 'owner']);
    expect((await owner.ada.post(path, { person: ada })).status).toBe(403);
    bodyOf(await fay.there.post(path, { person: ada }));
    expect(await roleOf(owner.ada)).toBe('owner');
  });

  it('let owners and admins set a team up without being in it, and read nothing it wrote', async () => {
    const gil = await joined(server, owner, 'Gil');
    const team = await newTeam(gil.there, organization, 'Gil’s own');
    bodyOf(await owner.ada.send('PATCH', `/api/teams/${team}`, { name: 'Renamed' }));
    expect(bodyOf(await owner.ada.get(`/api/teams/${team}`))).toMatchObject({
      name: 'Renamed',
      role: null,
      manages: true,
    });
    bodyOf(await owner.ada.post(`/api/teams/${team}/invitations/link`, {}));
    for (const what of ['meetings?status=ended', 'agenda', 'series'])
      expect((await owner.ada.get(`/api/teams/${team}/${what}`)).status, what).toBe(404);
    const hal = await joined(server, owner, 'Hal');
    expect((await hal.there.get(`/api/teams/${team}`)).status).toBe(404);
  });
});

describe('whoever is removed from an organization', () => {
  it('is out of all its teams and their running meetings; somebody else leads what they led', async () => {
    const ida = await joined(server, owner, 'Ida');
    const team = await newTeam(ida.there, organization, 'Ida’s own');
    const jo = await joined(server, { ada: ida.there, team }, 'Jo');
    const meeting = await startedIn(team, ida.there);
    const hers = await inMeeting(server, ida.there, meeting);
    bodyOf(await owner.ada.send('DELETE', at(ida.id)));
    expect(await hers.closed).toBe(4404);
    expect(bodyOf<Me>(await ida.there.get('/api/me')).organizations).toEqual([]);
    expect((await ida.there.get(`/api/organizations/${organization}`)).status).toBe(404);
    expect(bodyOf(await jo.there.get(`/api/teams/${team}`))).toMatchObject({ role: 'lead' });
    const told = await server.app.db
      .selectFrom('notification')
      .select('kind')
      .where('user_id', '=', jo.id)
      .execute();
    expect(told.map(({ kind }) => kind)).toContain('team-lead');
  }, 15_000);

  it('may have left by themselves', async () => {
    const kim = await joined(server, owner, 'Kim');
    bodyOf(await kim.there.send('DELETE', at(kim.id)));
    expect(bodyOf<Me>(await kim.there.get('/api/me')).organizations).toEqual([]);
  });
});

it('mail addresses of colleagues are shown to owners and admins alone', async () => {
  const lou = await joined(server, owner, 'Lou');
  const list = `/api/organizations/${organization}/people`;
  const find = async (there: Browser, text: string) =>
    bodyOf<{ people: OrganizationPerson[] }>(await there.get(`${list}?find=${text}`)).people;
  expect(await find(owner.ada, 'lou@example')).toMatchObject([{ id: lou.id, email: lou.email }]);
  expect(await find(lou.there, 'lou@example')).toEqual([]);
  expect(await find(lou.there, 'LO')).toMatchObject([{ id: lou.id, email: null, you: true }]);
  const seen = bodyOf<Organization>(await lou.there.get(`/api/organizations/${organization}`));
  expect(seen).toMatchObject({ name: 'Engines', role: 'member', joining: 'off', requests: 0 });
});
