import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { makeLog } from '../../log.ts';
import { testDatabase } from '../../testing/database.ts';
import { ledgerWriter } from './keep.ts';
import { NO_PEAK, readPeak, readServersAtPeak, readWeek } from './read.ts';
import type { Sample } from './sample.ts';

const log = makeLog('silent');
const { db } = await testDatabase();
const FRIDAY = new Date('2026-11-20T09:30:00Z');
const MINUTE_MS = 60_000;

beforeEach(async () => {
  await sql`delete from peak`.execute(db);
});

const sample = (sockets: number): Sample => {
  return { sockets, handshakes: 0, fileDescriptors: 30, databaseConnections: 20 };
};

async function had(minute: string, node: string, sockets: number): Promise<void> {
  await db
    .insertInto('peak')
    .values({
      minute: new Date(minute),
      node,
      sockets,
      handshakes: 2 * sockets,
      file_descriptors: sockets + 30,
      database_connections: 20,
    })
    .execute();
}

it('an empty ledger knows nothing', async () => {
  expect(await readPeak(db)).toEqual(NO_PEAK);
  expect(await readWeek(db)).toEqual([]);
});

it('what is usual is the highest of four weeks at this weekday and hour, all servers together', async () => {
  // The same minute on two servers; other minutes of either are higher.
  await had('2026-11-13T09:10:00Z', 'a', 300);
  await had('2026-11-13T09:10:00Z', 'b', 250);
  await had('2026-11-13T09:11:00Z', 'a', 400);
  await had('2026-11-06T09:59:00Z', 'b', 500);
  // Another hour, another day, too long ago, and still to come.
  await had('2026-11-13T08:00:00Z', 'a', 900);
  await had('2026-11-19T09:30:00Z', 'a', 700);
  await had('2026-10-23T09:29:00Z', 'a', 5_000);
  await had('2026-11-20T09:31:00Z', 'a', 6_000);
  const peak = await readPeak(db, FRIDAY);
  expect(peak.hour).toEqual({
    sockets: 550,
    handshakes: 1_100,
    fileDescriptors: 610,
    databaseConnections: 40,
  });
  expect([peak.week.sockets, peak.month.sockets]).toEqual([700, 900]);
});

it('how many servers there were at the peak', async () => {
  expect(await readServersAtPeak(db, FRIDAY)).toBe(0);
  await had('2026-11-13T09:10:00Z', 'a', 300);
  await had('2026-11-13T09:10:00Z', 'b', 250);
  await had('2026-11-13T09:11:00Z', 'a', 540);
  await had('2026-10-20T09:11:00Z', 'a', 9_999);
  expect(await readServersAtPeak(db, FRIDAY)).toBe(2);
  await had('2026-11-13T09:12:00Z', 'a', 560);
  expect(await readServersAtPeak(db, FRIDAY)).toBe(1);
});

it('the week has every hour that is known, with four and with eight weeks', async () => {
  await had('2026-11-13T09:10:00Z', 'a', 300);
  await had('2026-10-09T09:10:00Z', 'a', 800);
  await had('2026-11-15T23:59:00Z', 'a', 1);
  await had('2026-09-25T09:10:00Z', 'a', 9_999);
  const hours = await readWeek(db, FRIDAY);
  const known = hours.map(({ weekday, hour, usual, highest }) => {
    return [weekday, hour, usual.sockets, highest.sockets];
  });
  expect(known).toEqual([
    [5, 9, 300, 800],
    [7, 23, 1, 1],
  ]);
});

it('a server writes a minute when it is over', async () => {
  const writer = ledgerWriter(db, 'a', log);
  const begin = FRIDAY.getTime();
  await writer.take(sample(7), begin);
  await writer.take(sample(9), begin + 2_000);
  expect(await readWeek(db, FRIDAY)).toEqual([]);
  await writer.take(sample(1), begin + MINUTE_MS);
  expect((await readPeak(db, FRIDAY)).hour.sockets).toBe(9);
});

it('minutes wait while the database is away, six hours of them, and are written when it is back', async () => {
  await sql`alter table peak rename to peak_away`.execute(db);
  const writer = ledgerWriter(db, 'a', log);
  const begin = FRIDAY.getTime() - 500 * MINUTE_MS;
  for (let minute = 0; minute <= 400; minute++) {
    await writer.take(sample(minute), begin + minute * MINUTE_MS);
  }
  await sql`alter table peak_away rename to peak`.execute(db);
  await writer.take(sample(0), begin + 401 * MINUTE_MS);
  const { rows } = await sql<{ n: number; least: number; most: number }>`
    select count(*)::int as n, min(sockets) as least, max(sockets) as most from peak`.execute(db);
  expect(rows).toEqual([{ n: 361, least: 40, most: 400 }]);
});

it('a clock that was set back writes no minute twice', async () => {
  const writer = ledgerWriter(db, 'a', log);
  const begin = FRIDAY.getTime();
  for (const at of [0, MINUTE_MS, 0, MINUTE_MS, 2 * MINUTE_MS]) {
    await writer.take(sample(5), begin + at);
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from peak`.execute(db);
  expect(rows).toEqual([{ n: 2 }]);
});
