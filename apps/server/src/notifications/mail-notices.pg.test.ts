import type { NotificationSettings } from '@rondo/contract';
import { afterAll, expect, it } from 'vitest';
import { mailServer } from '../mail/testing/mail-server.ts';
import { unsubscribeToken } from '../mail/unsubscribe-token.ts';
import { secretOf } from '../settings/secrets.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { sendAtOnce } from './at-once.ts';
import { sendDigests } from './digest.ts';
import { notify, type Notice } from './notify.ts';

const smtp = await mailServer(0, afterAll);
const server = await testServer({
  RONDO_PUBLIC_URL: 'https://rondo.example.org',
  SMTP_URL: smtp.url,
});
const { app } = server;
const { ada, team } = await claimedBy(server);
const adas = bodyOf<{ id: string }>(await ada.get('/api/me')).id;

const tell = (notice: Notice) => app.db.transaction().execute((tx) => notify(tx, notice));
const change = async (changes: object, who = ada) =>
  bodyOf<NotificationSettings>(await who.send('PATCH', '/api/me/notifications/settings', changes));
const mailsTo = (email: string) => smtp.received.filter(({ to }) => to.includes(email));
const clear = () => app.db.deleteFrom('notification').execute();
const at = (time: string) => new Date(`2099-05-04T${time}Z`);
/** Of one that is meant to be read by a machine: the lines are unfolded. */
const header = (data: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'mi').exec(data.replaceAll(/\r?\n[ \t]+/g, ' '))?.[1]?.trim();

it('a digest comes in their morning, once for all servers, with what is not read', async () => {
  await clear();
  await change({ zone: 'Asia/Tokyo', digestAt: 8 * 60 });
  await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  await tell({ kind: 'team-archived', to: [adas], team, about: { by: adas } });
  smtp.received.length = 0;
  expect(await sendDigests(app, at('22:50:00'))).toBe(0);
  // 08:10 of the next day in Tokyo.
  const both = await Promise.all([1, 2].map(() => sendDigests(app, at('23:10:00'))));
  expect(both.toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(await sendDigests(app, at('23:15:00'))).toBe(0);
  await expect.poll(() => mailsTo('ada@example.org')).toHaveLength(1);
  const [mail] = mailsTo('ada@example.org');
  expect(header(mail?.data ?? '', 'Subject')).toBe('2 things are new for you');
  expect(mail?.data).toContain('Ada archived Analytics.');
  expect(mail?.data).toContain(`https://rondo.example.org/teams/${team}`);
  // Told once: the next morning there is nothing new.
  expect(await sendDigests(app, new Date('2099-05-05T23:10:00Z'))).toBe(0);
});

it('what is wanted at once waits until it is no longer quiet', async () => {
  await clear();
  await change({
    zone: 'Europe/Berlin',
    quiet: { from: 22 * 60, until: 7 * 60 },
    kind: { kind: 'team-lead', way: 'mail' },
  });
  await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  smtp.received.length = 0;
  expect(await sendAtOnce(app, at('21:30:00'))).toBe(0);
  expect(await sendAtOnce(app, at('04:30:00'))).toBe(0);
  const both = await Promise.all([1, 2].map(() => sendAtOnce(app, at('05:30:00'))));
  expect(both.toSorted((a, b) => a - b)).toEqual([0, 1]);
  await expect.poll(() => mailsTo('ada@example.org')).toHaveLength(1);
  expect(header(mailsTo('ada@example.org')[0]?.data ?? '', 'Subject')).toBe(
    'Ada made you a lead of Analytics.',
  );
});

it('those whose mail fails every time do not keep all others waiting', async () => {
  await clear();
  const people = [];
  for (const name of ['Bea', 'Cid', 'Dan']) people.push(await joined(server, { ada, team }, name));
  for (const { id, there } of people) {
    await change({ zone: 'UTC', quiet: null, kind: { kind: 'team-lead', way: 'mail' } }, there);
    await tell({ kind: 'team-lead', to: [id], team, about: { by: adas } });
  }
  const post = { ...app.post, queue: () => Promise.reject(new Error('Their address is refused')) };
  const tried = new Set<unknown>();
  const log = { ...app.log, warn: ({ user }: { user: string }) => tried.add(user) };
  const lookOnce = async (): Promise<number> => {
    expect(await sendAtOnce({ ...app, post, log }, at('12:00:00'), 1)).toBe(0);
    return tried.size;
  };
  await expect.poll(lookOnce, { interval: 1 }).toBe(people.length);
  await clear();
});

it('one click in a mail program switches such mails off, without signing in', async () => {
  await clear();
  await change({ zone: 'UTC', quiet: null, kind: { kind: 'team-lead', way: 'mail' } });
  await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  smtp.received.length = 0;
  await sendAtOnce(app, at('12:00:00'));
  await expect.poll(() => mailsTo('ada@example.org')).toHaveLength(1);
  const data = mailsTo('ada@example.org')[0]?.data ?? '';
  expect(header(data, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const address = /<(https:[^>]+)>/.exec(header(data, 'List-Unsubscribe') ?? '')?.[1] ?? '';
  const path = address.replace('https://rondo.example.org', server.url);
  const clicked = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(await clicked.json()).toEqual({ mailing: 'notice', team: null });
  await tell({ kind: 'team-lead', to: [adas], team, about: { by: adas } });
  expect(await sendAtOnce(app, at('12:01:00'))).toBe(0);
  expect((await change({})).off).toEqual([{ mailing: 'notice', team: null }]);
  // Opened in a browser instead, the same address shows the page.
  const opened = await fetch(path, { redirect: 'manual' });
  expect(opened.headers.get('location')).toMatch(/^\/unsubscribe#[\w-]+$/);
  await fetch(`${path}/undo`, { method: 'POST' });
  expect(await sendAtOnce(app, at('12:02:00'))).toBe(1);
});

it('a token that this server has not made switches nothing off', async () => {
  const mailing = { user: adas, mailing: 'digest', team: null } as const;
  const good = unsubscribeToken(secretOf(app.settings), mailing);
  const other = unsubscribeToken('another secret that is as long as one has to be', mailing);
  const statuses = [];
  for (const token of [other, `${good}AAAA`, good.slice(4), 'A'.repeat(44)]) {
    statuses.push(
      (await fetch(`${server.url}/api/unsubscribe/${token}`, { method: 'POST' })).status,
    );
  }
  expect(statuses).toEqual([404, 404, 404, 404]);
  expect((await change({})).off).toEqual([]);
});
