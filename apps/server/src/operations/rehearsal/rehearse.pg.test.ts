import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { tidyUp } from '../../jobs/tidy-up.ts';
import { cookieName } from '../../meetings/credentials.ts';
import { testServer } from '../../testing/server.ts';
import { cleanUp } from './clean-up.ts';
import { openMany } from './ramp.ts';
import { rehearse } from './rehearse.ts';
import { setStage } from './stage.ts';
import { MOST_SOCKETS, permitOf, rehearsalToken, TOKEN_HEADER, TOKEN_MS } from './token.ts';

const SECRET = 'a secret of thirty-two characters or more';
const server = await testServer({ RONDO_SECRET: SECRET });
const { db, pool, settings } = server.app;

const token = (people: number, ms = 60_000): string =>
  rehearsalToken(SECRET, { people, until: Date.now() + ms });

const plan = (people: number) => ({
  address: server.url,
  token: token(people),
  people,
  playMs: 4_000,
  stage: { db, pool, cookieName: (meeting: string) => cookieName(meeting, settings) },
  server: { port: server.port, metricsToken: undefined },
});

/** How many rows each table has, but for what servers write about themselves all the time. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
      and tablename not in ('server_node', 'peak', 'operation_run')
    order by 1`.execute(db);
  const counted = tables.map(async ({ name }): Promise<[string, number]> => {
    const { rows: found } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.raw(name)}`.execute(db);
    return [name, found[0]?.n ?? -1];
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** What a request for a socket is answered. */
const answered = (headers: Record<string, string>, path = '/live'): Promise<number> =>
  new Promise((resolve, reject) => {
    const web = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
    web.on('open', () => {
      web.close();
      resolve(101);
    });
    web.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    web.on('error', reject);
  });

test('people meet, everything is answered, and nothing of it stays', async () => {
  const before = await rows();
  const result = await rehearse(plan(60));
  expect(result).toMatchObject({
    passed: true,
    people: 60,
    open: 60,
    failed: 0,
    limit: null,
    meetings: { people: 15, meetings: 2, lost: 0, reconnects: 0 },
  });
  expect(result.meetings?.actions).toBeGreaterThan(30);
  expect(result.meetings?.p99).toBeGreaterThan(0);
  expect(await rows()).toEqual(before);
});

test('sockets beside the meetings echo; they are no people, and touch no meeting', async () => {
  const before = await rows();
  const result = await rehearse({ ...plan(150), playMs: 1_000 });
  expect(result).toMatchObject({ passed: true, open: 150, meetings: { people: 37, lost: 0 } });
  expect(result.handshakesPerSecond).toBeGreaterThan(50);
  expect(await rows()).toEqual(before);
});

test('a server that lets in fewer than come has no room for a rehearsal of them either', async () => {
  const small = await testServer({ RONDO_SECRET: SECRET, RONDO_MAX_CONNECTIONS: '40' });
  const { app, url: address } = small;
  const result = await rehearse({
    ...plan(60),
    address,
    playMs: 1_000,
    stage: { db: app.db, pool: app.pool, cookieName: (meeting) => cookieName(meeting, settings) },
    server: undefined,
  });
  expect(result).toMatchObject({
    passed: false,
    open: 40,
    limit: { where: 'server', repair: expect.stringContaining('RONDO_MAX_CONNECTIONS') },
  });
});

test('what a crashed rehearsal has left is deleted by the next one, and at night', async () => {
  const before = await rows();
  await setStage(db, 20);
  expect(await rows()).not.toEqual(before);
  await tidyUp(db);
  // It may be running: only what is old is deleted at night.
  expect(await rows()).not.toEqual(before);
  await sql`update organization set created_at = now() - interval '2 hours'`.execute(db);
  await tidyUp(db);
  expect(await rows()).toEqual(before);
  await setStage(db, 20);
  expect(await cleanUp(db)).toBe(1);
  expect(await rows()).toEqual(before);
});

test('two at the same time are one too many', async () => {
  const first = rehearse({ ...plan(10), playMs: 1_000 });
  await expect.poll(() => rows()).toMatchObject({ 'public.organization': 1 });
  await expect(rehearse(plan(10))).rejects.toThrow('Another rehearsal is running');
  expect(await first).toMatchObject({ passed: true });
});

test('without a token of this server there is nothing at that address', async () => {
  const unknown = await answered({}, '/nowhere');
  expect(unknown).toBe(404);
  const wrong = [
    rehearsalToken('another secret of thirty-two characters', {
      people: 9,
      until: Date.now() + 9e4,
    }),
    token(10, -2_000),
    `${token(10)}x`,
    '',
    '..',
  ];
  for (const each of wrong) expect(await answered({ [TOKEN_HEADER]: each })).toBe(404);
  expect(await answered({ [TOKEN_HEADER]: token(10) })).toBe(101);
  expect(await answered({ [TOKEN_HEADER]: token(10) }, '/nowhere')).toBe(404);
});

test('a token permits no more and for no longer than it says', async () => {
  expect(
    permitOf(SECRET, rehearsalToken(SECRET, { people: 1e9, until: Date.now() + 1e4 })),
  ).toMatchObject({
    people: MOST_SOCKETS,
  });
  const tooLong = rehearsalToken(SECRET, { people: 5, until: Date.now() + 2 * TOKEN_MS });
  expect(permitOf(SECRET, tooLong)).toBeNull();
  const ramp = await openMany({
    address: server.url,
    token: token(7),
    people: 10,
    atATime: 1,
    patienceMs: 2_000,
    longestMs: 5_000,
  });
  onTestFinished(ramp.close);
  expect(ramp.mostOpen).toBe(7);
  expect(ramp.failures[0]).toMatchObject({ phase: 'handshake', kind: 'status', code: 503, at: 7 });
});

test('they end with their token, and when the server stops', async () => {
  const other = await testServer({ RONDO_SECRET: SECRET });
  const open = async (address: string, ms: number) =>
    openMany({
      address,
      token: token(3, ms),
      people: 3,
      atATime: 3,
      patienceMs: 2_000,
      longestMs: 5_000,
    });
  const short = await open(server.url, 1_500);
  expect(short.mostOpen).toBe(3);
  await expect.poll(() => short.probes.length, { timeout: 5_000 }).toBe(0);
  const long = await open(other.url, 60_000);
  expect(long.mostOpen).toBe(3);
  await other.stop();
  expect(long.failures).toEqual(
    [1, 2, 3].map(() => expect.objectContaining({ kind: 'cut', code: 1012 })),
  );
});
