import type { Team } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
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

beforeAll(async () => {
  server = await testServer({ RONDO_IDLE_END_DAYS: '9' });
  owner = await claimedBy(server);
});

const member = (id: string): string => `/api/teams/${owner.team}/members/${id}`;

async function idOf({ ada }: Owner): Promise<string> {
  return bodyOf<{ id: string }>(await ada.get('/api/me')).id;
}

describe('a team', () => {
  it('is changed by its leads alone', async () => {
    const ben = await joined(server, owner, 'Ben');
    const refused = await ben.there.send('PATCH', `/api/teams/${owner.team}`, { guests: 'yes' });
    expect(refused.json()).toMatchObject({ code: 'not-allowed' });
    expect((await ben.there.send('PUT', member(ben.id), { role: 'lead' })).status).toBe(403);

    bodyOf(await owner.ada.send('PUT', member(ben.id), { role: 'lead' }));
    const changed = await ben.there.send('PATCH', `/api/teams/${owner.team}`, { guests: 'yes' });
    expect(bodyOf<Team>(changed)).toMatchObject({ guests: 'yes', role: 'lead' });
  });

  it('never loses its last lead', async () => {
    const { organization } = await homeOf(owner.ada);
    const team = await newTeam(owner.ada, organization, 'Second');
    const alone: Owner = { ada: owner.ada, team };
    const cleo = await joined(server, alone, 'Cleo');
    const ada = await idOf(owner);
    const down = await owner.ada.send('PUT', `/api/teams/${team}/members/${ada}`, {
      role: 'member',
    });
    expect(down.json()).toMatchObject({ code: 'last-lead' });
    const left = await owner.ada.send('DELETE', `/api/teams/${team}/members/${ada}`);
    expect(left.json()).toMatchObject({ code: 'last-lead' });
    // Of two leads who step down in the same moment, one stays.
    bodyOf(await owner.ada.send('PUT', `/api/teams/${team}/members/${cleo.id}`, { role: 'lead' }));
    const both = await Promise.all([
      owner.ada.send('PUT', `/api/teams/${team}/members/${ada}`, { role: 'member' }),
      cleo.there.send('PUT', `/api/teams/${team}/members/${cleo.id}`, { role: 'member' }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('that is new ends idle meetings as the server is set', async () => {
    const { organization } = await homeOf(owner.ada);
    const team = await newTeam(owner.ada, organization, 'Third');
    const made = bodyOf<Team>(await owner.ada.get(`/api/teams/${team}`));
    expect(made).toMatchObject({ idleEndDays: 9, role: 'lead' });
  });
});

describe('whoever is removed', () => {
  it('loses the running meeting at once, and the team with it', async () => {
    const started = await owner.ada.post(`/api/teams/${owner.team}/meetings`, {
      activity: 'start-stop-continue',
    });
    const { meeting } = bodyOf<{ meeting: string }>(started);
    const dee = await joined(server, owner, 'Dee');
    const [hers, adas] = [
      await inMeeting(server, dee.there, meeting),
      await inMeeting(server, owner.ada, meeting),
    ];
    expect([hers.first.t, adas.first.t]).toEqual(['welcome', 'welcome']);

    bodyOf(await owner.ada.send('DELETE', member(dee.id)));
    expect(await hers.closed).toBe(4404);
    expect(adas.socket.readyState).toBe(WebSocket.OPEN);
    adas.socket.close();
    const again = await inMeeting(server, dee.there, meeting);
    expect(again.first).toMatchObject({ t: 'bye', why: 'notFound' });
    expect((await dee.there.get(`/api/teams/${owner.team}`)).status).toBe(404);
    // Without being told, a server looks again only after half a minute.
  }, 15_000);
});
