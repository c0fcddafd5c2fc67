import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { tidyUp } from '../jobs/tidy-up.ts';
import { makeLog } from '../log.ts';
import { browser, type Browser } from '../testing/browser.ts';
import { testDatabase } from '../testing/database.ts';
import { findKeptAssets, keepAssets, type KeptAssets } from './kept-assets.ts';
import type { WebAppFile } from './web-app-file.ts';
import { makeWebApp } from './web-app.ts';

const { db, pool } = await testDatabase();
const log = makeLog('silent');

beforeEach(async () => {
  await db.deleteFrom('web_asset').execute();
});

const file = (path: string, text: string, type = 'text/javascript; charset=utf-8'): WebAppFile => ({
  path,
  type,
  bodies: { identity: Buffer.from(text), br: Buffer.from(`br ${text}`), gzip: null },
});

const buildOf = (...files: WebAppFile[]): ReadonlyMap<string, WebAppFile> =>
  new Map(files.map((each) => [each.path, each]));

const OLD = buildOf(
  file('/index.html', 'old page', 'text/html'),
  file('/assets/start-old.js', 'old start'),
  file('/assets/shared-same.js', 'the same in both'),
);
const NEW = buildOf(
  file('/index.html', 'new page', 'text/html'),
  file('/assets/start-new.js', 'new start'),
  file('/assets/shared-same.js', 'the same in both'),
);

/** A server of one release, which has kept its assets before anybody can ask it. */
async function node(build: ReadonlyMap<string, WebAppFile>): Promise<Browser> {
  onTestFinished(await keepAssets(db, build, log));
  const app = makeWebApp(build, findKeptAssets(db));
  const server = createServer((request, response) => {
    void app.answer(request, response, request.url ?? '/');
  }).listen(0);
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  // It listens on a port, so its address has one.
  return browser(`http://localhost:${(server.address() as AddressInfo).port}`);
}

it('each of two releases serves the files of the other, as if they were its own', async () => {
  const [before, after] = await Promise.all([node(OLD), node(NEW)]);
  for (const path of ['/assets/start-old.js', '/assets/start-new.js', '/assets/shared-same.js']) {
    const compressed = { 'accept-encoding': 'gzip, br' };
    const [one, other] = [await before.get(path, compressed), await after.get(path, compressed)];
    expect([one.status, one.text]).toEqual([200, other.text]);
    for (const name of ['content-type', 'content-encoding', 'cache-control', 'etag', 'vary']) {
      expect(one.headers[name], name).toBe(other.headers[name]);
      expect(one.headers[name], name).toBeDefined();
    }
  }
  expect((await after.get('/assets/start-old.js')).text).toBe('old start');
  expect((await before.get('/')).text).toBe('old page');
});

it('files of a release that comes later are found, also by who was asked for junk just before', async () => {
  const before = await node(OLD);
  expect((await before.get('/assets/start-new.js')).status).toBe(404);
  await node(NEW);
  expect((await before.get('/assets/start-new.js')).text).toBe('new start');
});

it('forgets files that no running release has named for seven days', async () => {
  await node(OLD);
  await sql`update web_asset set listed_at = now() - interval '6 days 23 hours'`.execute(db);
  await tidyUp(db);
  expect(await keptPaths()).toHaveLength(2);
  await sql`update web_asset set listed_at = now() - interval '7 days 1 minute'`.execute(db);
  const after = await node(NEW);
  await tidyUp(db);
  expect(await keptPaths()).toEqual(['/assets/shared-same.js', '/assets/start-new.js']);
  expect((await after.get('/assets/start-old.js')).status).toBe(404);
});

it('is asked for made-up files by the thousand, and asks the database twice', async () => {
  const kept = findKeptAssets(db);
  const asked = vi.spyOn(pool, 'connect');
  onTestFinished(() => asked.mockRestore());
  const junk = (round: number) =>
    Promise.all(Array.from({ length: 500 }, (_, n) => kept.find(`/assets/junk-${round}-${n}.js`)));
  expect(new Set(await junk(1))).toEqual(new Set([undefined]));
  expect(new Set(await junk(2))).toEqual(new Set([undefined]));
  expect(asked.mock.calls.length).toBe(2);
});

it('does not even look for what can be none of its names', async () => {
  const find = vi.fn<KeptAssets['find']>(() => Promise.resolve(undefined));
  const app = makeWebApp(NEW, { find });
  const server = createServer((request, response) => {
    void app.answer(request, response, request.url ?? '/');
  }).listen(0);
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const there = browser(`http://localhost:${(server.address() as AddressInfo).port}`);
  for (const path of ['a/b.js', '../x.js', `${'x'.repeat(101)}.js`, 'x.exe', '%00.js', '']) {
    expect((await there.get(`/assets/${path}`)).status).toBe(404);
  }
  expect(find).not.toHaveBeenCalled();
});

it('a build too large for the database is not kept', async () => {
  const huge = file('/assets/huge.js', 'x'.repeat(33 * 2 ** 20));
  await keepAssets(db, buildOf(huge), log);
  expect(await keptPaths()).toEqual([]);
});

async function keptPaths(): Promise<string[]> {
  const rows = await db.selectFrom('web_asset').select('path').orderBy('path').execute();
  return rows.map(({ path }) => path);
}
