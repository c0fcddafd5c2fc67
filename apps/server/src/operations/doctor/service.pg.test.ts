import type { DoctorReport, Peaks } from '@rondo/contract';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CannotStart } from '../../cannot-start.ts';
import { makeLog } from '../../log.ts';
import { readSettings } from '../../settings/read.ts';
import { startServer } from '../../start.ts';
import { bodyOf, claimedBy } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { checks } from './checks.ts';
import { latestReports } from './latest.ts';

const server = await testServer();
const { db } = server.app;
const { ada } = await claimedBy(server);
const idsOf = (reports: readonly DoctorReport[]): string[] =>
  [...new Set(reports.flatMap(({ findings }) => findings).map(({ check }) => check))].toSorted();

it('a server in public does not start on a PostgreSQL that loses what it acknowledged', async () => {
  const environment = { ...server.environment, RONDO_PUBLIC_URL: 'https://rondo.example.org' };
  const start = (RONDO_DOCTOR: string) =>
    startServer(readSettings({ ...environment, RONDO_DOCTOR }), makeLog('silent'));
  const refused = await start('auto').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CannotStart);
  expect(String(refused)).toMatch(
    /database-safety \(fsync\): is off, .*\n.*ALTER SYSTEM RESET fsync/,
  );
  const running = await start('warn');
  expect(running.found.some(({ state }) => state === 'failure')).toBe(true);
  await running.stop();
});

it('the owner sees what was found at the start: of this server and of what all share', async () => {
  const { reports } = bodyOf<{ reports: DoctorReport[] }>(await ada.get('/api/operations/doctor'));
  expect(reports.map(({ scope }) => scope).toSorted()).toEqual(['machine', 'shared']);
  const inside = checks.filter(({ scope }) => scope !== 'outside').map(({ id }) => id);
  // A proxy that does not run here is no finding.
  const proxies = inside.filter((id) => id.startsWith('proxy-'));
  expect(idsOf(reports)).toEqual(
    expect.arrayContaining(inside.filter((id) => !proxies.includes(id))),
  );
});

it('the owner can have it looked at now, and a job looks from outside', async () => {
  const before = await latestReports(db);
  const answer = await ada.post('/api/operations/doctor');
  const { reports } = bodyOf<{ reports: DoctorReport[] }>(answer);
  for (const report of reports) {
    const earlier = before.find(({ scope }) => scope === report.scope);
    expect(Date.parse(report.at)).toBeGreaterThan(Date.parse(earlier?.at ?? ''));
  }
  const { rows } = await sql`select from pgboss.job where name = 'doctor'`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
});

it('a server that is gone is not shown; a report of another release that cannot be read neither', async () => {
  const count = (await latestReports(db)).filter(({ scope }) => scope === 'machine').length;
  const [real] = await latestReports(db);
  const write = (result: unknown) =>
    db
      .insertInto('operation_run')
      .values({ kind: 'doctor', succeeded: true, result: JSON.stringify(result) })
      .execute();
  await write({ ...real, scope: 'machine', node: 'gone' });
  await write({ scope: 'outside', node: 'future', words: [] });
  const reports = await latestReports(db);
  expect(reports.filter(({ scope }) => scope === 'machine')).toHaveLength(count);
  expect(reports.some(({ node }) => node === 'future')).toBe(false);
});

it('metrics have the latest grade of each check', async () => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toMatch(/^rondo_doctor_check\{check="database-safety"\} 2$/m);
  expect(text).toMatch(/^rondo_doctor_check\{check="clock"\} [012]$/m);
  expect(text).toMatch(/^rondo_doctor_time_seconds\{scope="machine"\} \d/m);
});

it('peaks are there for the owner, by weekday and hour', async () => {
  await db
    .insertInto('peak')
    .values({
      minute: new Date(Date.now() - 3 * 60_000),
      node: 'a',
      sockets: 412,
      handshakes: 40,
      file_descriptors: 500,
      database_connections: 24,
    })
    .execute();
  const peaks = bodyOf<Peaks>(await ada.get('/api/operations/peaks'));
  expect(peaks.week.sockets).toBe(412);
  expect(peaks.hours).toMatchObject([{ usual: { sockets: 412 }, highest: { sockets: 412 } }]);
});
