import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { makeLog } from '../log.ts';
import { testDatabase } from '../testing/database.ts';
import { countVisits, forgetVisitors, mayBeCounted, pageAskedFor } from './visits.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';

/** As much of a request as counting looks at. */
const asked = (headers: Record<string, string> = {}, method = 'GET'): IncomingMessage =>
  ({
    method,
    headers: { host: 'rondo.example.org', 'user-agent': FIREFOX, accept: 'text/html', ...headers },
  }) as unknown as IncomingMessage;

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 10, 23);

describe('visitors', () => {
  it('are one a day on all servers together, another the next day, and after 48 hours nothing tells who', async () => {
    const { db } = await testDatabase();
    let clock = MONDAY;
    const servers = [0, 1].map(() => countVisits(db, () => clock, makeLog('silent')));
    for (const each of servers) {
      each.seen(asked(), '192.0.2.1', '/play');
      each.seen(asked(), '192.0.2.2', '/play');
      await each.flush();
    }
    const count = async () =>
      (await db.selectFrom('visitor_count').selectAll().orderBy('day').execute()).map(
        ({ visitors }) => visitors,
      );
    expect(await count()).toEqual([2]);
    clock += 24 * HOUR;
    servers[0]?.seen(asked(), '192.0.2.1', '/play');
    await Promise.all(servers.map((each) => each.stop()));
    expect(await count()).toEqual([2, 1]);
    const hashes = await db.selectFrom('fleeting.visitor').selectAll().execute();
    expect(hashes.length).toBe(3);
    expect(new Set(hashes.map(({ hash }) => hash.toString('hex'))).size).toBe(3);

    const left = async () => {
      const rows = await db.selectFrom('fleeting.visitor').select('day').execute();
      const salts = await db.selectFrom('fleeting.visitor_salt').select('day').execute();
      return [rows.length, salts.length];
    };
    await forgetVisitors(db, MONDAY + 25 * HOUR);
    expect(await left()).toEqual([3, 2]);
    await forgetVisitors(db, MONDAY + 37 * HOUR);
    expect(await left()).toEqual([1, 1]);
    await forgetVisitors(db, MONDAY + 72 * HOUR);
    expect(await left()).toEqual([0, 0]);
    expect(await count()).toEqual([2, 1]);
  });
});

describe('who is counted', () => {
  it.each([
    [{}, true],
    [{ dnt: '0' }, true],
    [{ dnt: '1' }, false],
    [{ 'sec-gpc': '1' }, false],
    [{ 'user-agent': '' }, false],
    [{ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, false],
    [{ 'user-agent': 'curl/8.9' }, false],
    [{ 'user-agent': 'python-requests/2.32' }, false],
    [{ 'user-agent': 'Mozilla/5.0 HeadlessChrome/140.0' }, false],
    [{ 'user-agent': 'Slackbot-LinkExpanding 1.0' }, false],
    [{ 'sec-purpose': 'prefetch;prerender' }, false],
    [{ purpose: 'prefetch' }, false],
  ])('%j: %j', (headers, counted) => {
    expect(mayBeCounted(asked(headers))).toBe(counted);
  });

  it.each([
    [asked(), '/m/AAAAAAAAAAAAAAAAAAAAAA', '/m/$meeting'],
    [asked(), '/teams/0198b3a0-0000-7000-8000-000000000001/tasks', '/teams/$team/tasks'],
    [asked(), '/', '/'],
    [asked(), '/wp-login.php', '/*'],
    [asked({ accept: '*/*' }), '/', null],
    [asked({ 'sec-fetch-dest': 'script' }), '/', null],
    [asked({}, 'HEAD'), '/', null],
  ])('%#: as this page', (request, path, page) => {
    expect(pageAskedFor(request, path)).toBe(page);
  });
});
