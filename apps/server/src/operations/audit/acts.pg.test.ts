import type { AuditedAct } from '@rondo/contract';
import { describe, expect, test } from 'vitest';
import { hashToken } from '../../secret-token.ts';
import { browser } from '../../testing/browser.ts';
import { bodyOf, mailTo, PASSWORD, stranger } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { version } from '../../version.ts';
import { ACTS } from './acts.ts';
import type { ActName } from './acts.ts';
import { ACTS_OF_PEOPLE } from './testing/acts-of-people.ts';
import { ACTS_OF_WORK } from './testing/acts-of-work.ts';
import {
  server,
  ben,
  adas,
  from,
  all,
  recorded,
  some,
  ok,
  network,
  db,
  ada,
  team,
} from './testing/deeds.ts';
import { verifyAudit } from './verify.ts';

/** In the order of their telling: some build on what came before. */
const CASES = { ...ACTS_OF_PEOPLE, ...ACTS_OF_WORK };

/** Told about elsewhere in this file. */
const ELSEWHERE: readonly ActName[] = [
  'server-claimed',
  'server-started',
  'server-stopped',
  'sign-ins-failed',
];

describe('every act is written down where it happens', () => {
  test('and this file knows all of them', () => {
    expect([...Object.keys(CASES), ...ELSEWHERE].toSorted()).toEqual(Object.keys(ACTS).toSorted());
  });

  test.each(Object.entries(CASES))('%s', async (_, { before, work, says }) => {
    const id = (await before?.()) ?? '';
    await expect.poll(await recorded(() => work(id))).toEqual(says(id));
  });

  test('a new password by a mailed link', async () => {
    const there = browser(server.url);
    const email = ben.email;
    await ok(there.post('/api/auth/request-password-reset', { email, redirectTo: '/' }));
    await expect.poll(async () => (await mailTo(server, email)).kind).toBe('reset-password');
    const { token } = await mailTo(server, email);
    const rows = await recorded(() =>
      ok(there.post('/api/auth/reset-password', { token, newPassword: PASSWORD })),
    );
    await expect.poll(rows).toContainEqual({ act: 'password-changed', actor: ben.id, by: 'reset' });
    await expect.poll(rows).toContainEqual({ act: 'session-ended', actor: ben.id, session: some });
  });

  test('the first start, the claim, and the stop with those who failed to sign in', async () => {
    const rowOf = async (name: ActName) => (await all()).find(({ act }) => act === name);
    const start = await rowOf('server-started');
    expect(JSON.parse(start?.about ?? '')).toEqual({ server: some, release: version });
    const claim = await rowOf('server-claimed');
    expect(claim?.actor).toBe(adas);
    expect(JSON.parse(claim?.about ?? '')).toEqual({ team });

    const other = await testServer(server.environment);
    const wrong = { email: ben.email, password: 'not the password' };
    for (let each = 0; each < 3; each++)
      await browser(other.url).post('/api/auth/sign-in/email', wrong, from);
    const stopped = await recorded(other.stop);
    expect(await stopped()).toEqual([
      { act: 'server-stopped', actor: null, server: some, release: version },
      { act: 'sign-ins-failed', actor: null, network, count: '3' },
    ]);
  });

  test('what is refused is not', async () => {
    const eve = await stranger(server, 'Mallory');
    const refused = await recorded(async () => {
      await eve.send('PATCH', `/api/teams/${team}`, { name: 'Mine' });
      await eve.send('DELETE', `/api/teams/${team}/members/${ben.id}`);
      await eve.post('/api/invitations/accept', { token: hashToken('x').toString('hex') });
      expect((await eve.get('/api/operations/audit')).status).toBe(404);
    });
    expect(await refused()).toEqual([]);
  });
});

test('the owner reads it page by page, the latest first', async () => {
  const { length } = await all();
  const heard: number[] = [];
  let before = '';
  for (;;) {
    const { acts, next } = bodyOf<{ acts: AuditedAct[]; next: number | null }>(
      await ada.get(`/api/operations/audit?limit=7${before}`),
    );
    heard.push(...acts.map(({ n }) => n));
    if (next === null) break;
    before = `&before=${next}`;
  }
  expect(heard).toEqual(Array.from({ length }, (_, at) => length - at));
  expect((await browser(server.url).get('/api/operations/audit')).status).toBe(401);
});

test('no row holds a name, a mail address or a text of anybody, and the chain is whole', async () => {
  const text = JSON.stringify(await all());
  const people = await db.selectFrom('user').select(['name', 'email']).execute();
  const words = [...people.flatMap(({ name, email }) => [name, email]), 'A name of', 'Renamed'];
  // Short names might be part of an id.
  for (const word of words.filter(({ length }) => length > 3)) expect(text).not.toContain(word);
  expect(text).not.toContain('@');
  for (const { act, about } of await all())
    expect(Object.keys(JSON.parse(about) as object)).toEqual([...(ACTS[act as ActName] ?? [])]);
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
});
