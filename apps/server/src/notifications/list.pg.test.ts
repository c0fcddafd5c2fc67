import type { Notification, NotificationSettings } from '@rondo/contract';
import { expect, it } from 'vitest';
import { startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { notify, type Notice } from './notify.ts';

const server = await testServer();
const { app } = server;
const owner = await claimedBy(server);
const { ada, team } = owner;
const adas = bodyOf<{ id: string }>(await ada.get('/api/me')).id;

const tell = (notice: Notice) => app.db.transaction().execute((tx) => notify(tx, notice));
const list = async (who = ada, query = '') =>
  bodyOf<{ notifications: Notification[]; next: string | null }>(
    await who.get(`/api/me/notifications${query}`),
  );
const unread = async (who = ada) =>
  bodyOf<{ unread: number }>(await who.get('/api/me/notifications/count')).unread;
const change = async (changes: object, who = ada) =>
  bodyOf<NotificationSettings>(await who.send('PATCH', '/api/me/notifications/settings', changes));
const clear = () => app.db.deleteFrom('notification').execute();

it('a notice has the names of today, and a way to what it is about', async () => {
  await clear();
  const meeting = await startedIn(team, ada, { name: 'Sprint 1' });
  await clear();
  await tell({ kind: 'meeting-started', to: [adas], team, about: { meeting } });
  const [notice] = (await list()).notifications;
  expect(notice).toMatchObject({
    kind: 'meeting-started',
    read: false,
    team: { id: team, name: 'Analytics' },
    names: { meeting: 'Sprint 1' },
    path: `/m/${meeting}`,
  });
  await app.db.deleteFrom('meeting').where('id', '=', meeting).execute();
  const [gone] = (await list()).notifications;
  expect(gone).toMatchObject({ names: { meeting: null }, path: null });
});

it('what somebody may not see any more has no name', async () => {
  await clear();
  const { there, id, email } = await joined(server, owner, 'Bea');
  await tell({ kind: 'team-lead', to: [id], team, about: { by: adas } });
  const named = (await list(there)).notifications[0];
  expect(named).toMatchObject({ team: { name: 'Analytics' }, names: { by: 'Ada' } });
  await app.db.deleteFrom('team_member').where('user_id', '=', id).execute();
  await app.db.deleteFrom('organization_member').where('user_id', '=', id).execute();
  const after = (await list(there)).notifications[0];
  expect(after).toMatchObject({ team: null, names: { by: null } });
  expect(email).toContain('@');
});

it('pages go on where the last one ended, and reading counts down', async () => {
  await clear();
  for (let n = 0; n < 5; n++) {
    await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  }
  const first = await list(ada, '?limit=3');
  const second = await list(ada, `?limit=3&before=${encodeURIComponent(first.next ?? '')}`);
  expect([first.notifications.length, second.notifications.length]).toEqual([3, 2]);
  const ids = [...first.notifications, ...second.notifications].map((each) => each.id);
  expect(new Set(ids).size).toBe(5);
  expect(await unread()).toBe(5);
  await ada.post('/api/me/notifications/read', { ids: ids.slice(0, 2) });
  expect(await unread()).toBe(3);
  expect((await list(ada, '?status=unread')).notifications).toHaveLength(3);
  await ada.post('/api/me/notifications/read', { ids: ids.slice(0, 1), read: false });
  expect(await unread()).toBe(4);
  await ada.post('/api/me/notifications/read', { until: new Date().toISOString() });
  expect(await unread()).toBe(0);
});

it('nobody reads or marks what others are told', async () => {
  await clear();
  const { there } = await joined(server, owner, 'Cid');
  await clear();
  await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  expect((await list(there)).notifications).toEqual([]);
  const [{ id }] = (await list()).notifications as [Notification];
  await there.post('/api/me/notifications/read', { ids: [id] });
  expect(await unread()).toBe(1);
});

it('a kind that somebody never wants is neither listed nor counted', async () => {
  await clear();
  await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  await change({ kind: { kind: 'team-lead', way: 'never' } });
  expect([await unread(), (await list()).notifications]).toEqual([0, []]);
  await change({ kind: { kind: 'team-lead', way: 'digest' } });
  expect(await unread()).toBe(1);
});
