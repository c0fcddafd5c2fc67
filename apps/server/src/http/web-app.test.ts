import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { readBuild } from './web-app-build.ts';
import { makeWebApp, type WebApp } from './web-app.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-web-'));
  mkdirSync(join(folder, 'assets'));
  const build = '<meta name="build" content="1a2b">';
  writeFileSync(join(folder, 'index.html'), `${build}<script>boot()</script><p>page</p>`);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.br'), 'brotli');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.gz'), 'gzip');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.map'), 'map');
  return () => rmSync(folder, { recursive: true });
});

const webAppIn = (from: string): WebApp =>
  makeWebApp(readBuild(from), { find: () => Promise.resolve(undefined) });

async function served(from = folder): Promise<Browser> {
  const app = webAppIn(from);
  const server = createServer((request, response) => {
    void app.answer(request, response, new URL(request.url ?? '/', 'http://x').pathname);
  }).listen(0);
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  // It listens on a port, so its address has one.
  return browser(`http://localhost:${(server.address() as AddressInfo).port}`);
}

it.each([
  ['br, gzip', 'brotli', 'br'],
  ['gzip, deflate', 'gzip', 'gzip'],
  ['identity', 'plain', undefined],
])('to who takes “%s” it sends %s', async (accepted, body, encoding) => {
  const there = await served();
  const answer = await there.get('/assets/app-1a2b.js', { 'accept-encoding': accepted });
  expect(answer.text).toBe(body);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.vary).toBe('accept-encoding');
});

it('keeps files with a hash in their name for ever, and asks anew for the page', async () => {
  const there = await served();
  const asset = await there.get('/assets/app-1a2b.js');
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const page = await there.get('/');
  expect(page.headers['cache-control']).toBe('no-cache');
  const again = await there.get('/', { 'if-none-match': page.headers.etag ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
});

it('answers every path of the app with the page, but never a missing file', async () => {
  const there = await served();
  expect((await there.get('/teams/1/settings')).text).toContain('page');
  expect((await there.get('/m/someMeeting')).status).toBe(200);
  for (const path of ['/assets/app-old.js', '/nothing.js', '/assets/', '/favicon.ico']) {
    expect((await there.get(path)).status).toBe(404);
  }
});

it('gives nothing outside its folder, and nothing it has no type for', async () => {
  const there = await served();
  const outside = await there.get('/..%2f..%2fetc/passwd');
  expect(outside.text).not.toContain('root:');
  expect((await there.get('/assets/app-1a2b.js.map')).status).toBe(404);
});

it('refuses to take anything', async () => {
  const answer = await (await served()).post('/');
  expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
});

it('knows the hashes of inline scripts of the page, for the security policy', () => {
  // printf 'boot()' | openssl dgst -sha256 -binary | base64
  expect(webAppIn(folder).scripts).toEqual([
    `'sha256-MeZS89WlF0u+o0hCvHTBt4q1WHU+U+sJKgbdRUc36mY='`,
  ]);
});

it('knows which build it is by what its page says', () => {
  expect(webAppIn(folder).build).toBe('1a2b');
  expect(webAppIn(join(folder, 'nowhere')).build).toBeNull();
});

it('goes on with what it has read while the next build takes the place of its files', async () => {
  const inPlace = mkdtempSync(join(tmpdir(), 'rondo-web-'));
  onTestFinished(() => rmSync(inPlace, { recursive: true, force: true }));
  cpSync(folder, inPlace, { recursive: true });
  const there = await served(inPlace);
  rmSync(inPlace, { recursive: true });
  mkdirSync(inPlace);
  writeFileSync(join(inPlace, 'index.html'), '<script>bootAnew()</script>');
  expect((await there.get('/')).text).toContain('boot()');
  expect((await there.get('/assets/app-1a2b.js', { 'accept-encoding': 'br' })).text).toBe('brotli');
});

it('says so when the web app is not built', async () => {
  const answer = await (await served(join(folder, 'nowhere'))).get('/');
  expect([answer.status, answer.text]).toEqual([
    503,
    'The web app is not built. Start with `npm start`.\n',
  ]);
});
