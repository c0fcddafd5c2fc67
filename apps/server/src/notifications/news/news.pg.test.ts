import { expect, it, onTestFinished } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, joined, stranger, type Owner } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { notify } from '../notify.ts';
import { listening } from './testing/listening.ts';

// Servers with one secret know each other's sessions.
const RONDO_SECRET = 'of-both-servers-and-long-enough-for-one';
const first = await testServer({ RONDO_SECRET });
const { ada, team }: Owner = await claimedBy(first);
const idOf = async (there: Browser) => (await there.get('/api/me')).json() as { id: string };
const me = await idOf(ada);

const told = (to: string, server = first) =>
  server.app.db
    .transaction()
    .execute((tx) => notify(tx, { kind: 'team-lead', to: [to], team, about: { by: to } }));

it('who is told something hears of it on every server, once it is committed', async () => {
  const second = await testServer(first.environment);
  onTestFinished(second.stop);
  const [here, there] = [await listening(first, ada), await listening(second, ada)];
  const undone = first.app.db.transaction().execute(async (tx) => {
    await notify(tx, { kind: 'meeting-ended', to: [me.id], team, about: { meeting: 'm' } });
    throw new Error('It did not happen');
  });
  await expect(undone).rejects.toThrow('It did not happen');
  first.app.live.poke(`news:team:${team}:first`);
  await expect.poll(() => here.topics).toEqual([`team:${team}:first`]);
  // The second server hears from the moment on that its connection is there.
  const news = `person:${me.id}`;
  const isHeard = async (): Promise<boolean> => {
    await told(me.id);
    return here.topics.includes(news) && there.topics.includes(news);
  };
  await expect.poll(isHeard, { timeout: 5_000 }).toBe(true);
});

it('a topic of a team is heard by its members, and by nobody else', async () => {
  const page = await listening(first, ada);
  const eve = await stranger(first, 'Eve');
  const other = await listening(first, eve);
  first.app.live.poke(`news:team:${team}:tasks`);
  first.app.live.poke(`news:team:${team}:tasks`);
  first.app.live.poke(`news:person:${(await idOf(eve)).id}`);
  await expect.poll(() => other.topics).toEqual([`person:${(await idOf(eve)).id}`]);
  const ofTeams = () => page.topics.filter((topic) => topic.startsWith('team:'));
  await expect.poll(ofTeams).toEqual([`team:${team}:tasks`]);
});

it('who is removed from a team hears nothing of it any more', async () => {
  const { there, id } = await joined(first, { ada, team }, 'Bea');
  const page = await listening(first, there);
  await ada.send('DELETE', `/api/teams/${team}/members/${id}`);
  await expect
    .poll(async () => {
      page.topics.length = 0;
      first.app.live.poke(`news:team:${team}:tasks`);
      first.app.live.poke(`news:person:${id}`);
      await expect.poll(() => page.topics).toContain(`person:${id}`);
      return page.topics.includes(`team:${team}:tasks`);
    })
    .toBe(false);
});

it('whatever changes a team, or who is in it, is told to those in it and whom it concerns', async () => {
  const { there, id } = await joined(first, { ada, team }, 'Fay');
  const other = await joined(first, { ada, team }, 'Gil');
  const [page, teammates] = [await listening(first, there), await listening(first, other.there)];
  const ofTeam = `team:${team}:teams`;
  const path = `/api/teams/${team}/members/${id}`;
  const acts = [
    () => ada.send('PUT', path, { role: 'lead' }),
    () => ada.post(`/api/teams/${team}/archive`),
    () => ada.post(`/api/teams/${team}/restore`),
  ];
  for (const act of acts) {
    for (const { topics } of [page, teammates]) topics.length = 0;
    bodyOf(await act());
    for (const { topics } of [page, teammates]) await expect.poll(() => topics).toContain(ofTeam);
  }
  bodyOf(await ada.send('DELETE', path));
  await expect.poll(() => page.topics).toContain(`person:${id}:teams`);
  expect(teammates.topics).not.toContain(`person:${id}:teams`);
});

it('a session that ends takes its page’s news along; without one there are none', async () => {
  const { there } = await joined(first, { ada, team }, 'Cid');
  const page = await listening(first, there);
  await there.post('/api/auth/sign-out');
  await expect.poll(() => page.state.isOpen).toBe(false);
  expect((await listening(first, there)).state.status).toBe(401);
});

it('a server that stops sends its pages away, and does not wait for them', async () => {
  const second = await testServer(first.environment);
  const page = await listening(second, ada);
  const start = performance.now();
  await second.stop();
  expect(page.state.isOpen).toBe(false);
  expect(performance.now() - start).toBeLessThan(5_000);
});

it('nobody has more than their share of streams', async () => {
  const { there } = await joined(first, { ada, team }, 'Dan');
  const pages = [];
  for (let n = 0; n < 21; n++) pages.push(await listening(first, there));
  expect(pages.filter(({ state }) => state.isOpen)).toHaveLength(20);
  expect(pages.at(-1)?.state.status).toBe(503);
  const metrics = await (await fetch(`${first.url}/metrics`)).text();
  expect(Number(/^rondo_news_streams (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThanOrEqual(20);
});
