import type { AgendaItem } from '@rondo/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drivenMeeting } from '../tasks/testing/driven-meeting.ts';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser };
let team: string;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada, team } = owner);
  bo = await joined(server, owner, 'Bo');
});

beforeEach(async () => {
  await server.app.db.deleteFrom('team_agenda').execute();
});

const meetingOf = (activity: string) => drivenMeeting(server, { ada, team }, activity);
const agenda = async (): Promise<AgendaItem[]> =>
  bodyOf<{ items: AgendaItem[] }>(await ada.get(`/api/teams/${team}/agenda`)).items;
const textsOf = (list: readonly { text: string }[]) => list.map(({ text }) => text);

describe('the team’s agenda', () => {
  const add = async (text: string, more: object = {}): Promise<void> =>
    void bodyOf(await bo.there.post(`/api/teams/${team}/agenda`, { text, ...more }));

  it('is written on the team’s page, in an order that anybody may change', async () => {
    await add('Budget', { note: 'Two numbers', pinned: true });
    await add('Offsite');
    const [budget, offsite] = await agenda();
    expect(budget).toMatchObject({ by: 'Bo', mine: false, pinned: true, note: 'Two numbers' });
    const path = `/api/teams/${team}/agenda/${offsite?.id}`;
    bodyOf(await ada.send('PUT', `${path}/place`, { behind: null }));
    expect(textsOf(await agenda())).toEqual(['Offsite', 'Budget']);
    bodyOf(await ada.send('PATCH', path, { text: 'Offsite\n in May' }));
    expect(textsOf(await agenda())).toEqual(['Offsite in May', 'Budget']);
    bodyOf(await ada.send('DELETE', path, {}));
    expect(textsOf(await agenda())).toEqual(['Budget']);
    expect((await ada.send('PATCH', path, { pinned: true })).status).toBe(404);
  });

  it('comes along; what was talked about goes, what is pinned or was not reached waits again', async () => {
    await add('Budget', { pinned: true });
    await add('Offsite');
    await add('Later');
    const [budget, offsite] = await agenda();
    const meeting = await meetingOf('agenda-meeting');
    for (const item of [budget?.id, offsite?.id]) {
      await meeting.run('agenda', 'openItem', { item });
      await meeting.run('agenda', 'finishItem', { item });
    }
    await meeting.run('agenda', 'addCard', { id: 'new', group: 'g', text: 'New\nand noted' });
    await meeting.run('agenda', 'pinItem', { item: 'new', pinned: true });
    await meeting.run('agenda', 'moveItem', { item: 'new', behind: budget?.id });
    await meeting.run('agenda', 'openItem', { item: 'new' });
    await meeting.end();
    expect(await agenda()).toMatchObject([
      { text: 'Budget', pinned: true },
      { text: 'New', note: 'and noted', pinned: true, by: 'Ada', mine: true },
      { text: 'Later', pinned: false, by: 'Bo' },
    ]);
  });

  it('is the same when the meeting ends again, and keeps what happened since', async () => {
    await add('Offsite');
    const [offsite] = await agenda();
    const meeting = await meetingOf('agenda-meeting');
    await meeting.run('agenda', 'addCard', { id: 'new', group: 'g', text: 'New' });
    await meeting.end();
    expect(textsOf(await agenda())).toEqual(['Offsite', 'New']);
    bodyOf(await ada.send('DELETE', `/api/teams/${team}/agenda/${offsite?.id}`, {}));
    await meeting.reopen();
    await meeting.end();
    expect(textsOf(await agenda())).toEqual(['New']);
    await meeting.reopen();
    await meeting.run('agenda', 'deleteCard', { id: 'new' });
    await meeting.end();
    expect(await agenda()).toEqual([]);
  });
});
