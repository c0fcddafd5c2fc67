import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import type { RunKind } from '../runs/runs.ts';
import { backup } from './checks/backup.ts';
import { disk } from './checks/disk.ts';
import { servers } from './checks/servers.ts';
import { sharedSecret } from './checks/shared-secret.ts';
import type { Space } from './machine.ts';
import { reportOf } from './report.ts';
import { found, node, NOW, world } from './testing/world.ts';

const { db } = await testDatabase();
const HOUR_MS = 3_600_000;
const PUBLIC = { RONDO_PUBLIC_URL: 'https://rondo.example.org' };
const here = (more = {}) => world({ db, ...more });

beforeEach(async () => {
  await sql`delete from operation_run`.execute(db);
});

/** Written down so many hours before these tests take place. */
async function ran(kind: RunKind, hours: number, { result = {}, succeeded = true } = {}) {
  await db
    .insertInto('operation_run')
    .values({
      kind,
      succeeded,
      result: JSON.stringify(result),
      at: new Date(NOW - hours * HOUR_MS),
    })
    .execute();
}

/** So many hours ago, the first server made the tables. */
async function born(hours: number): Promise<void> {
  await sql`update migration set at = ${new Date(NOW - hours * HOUR_MS)}::timestamptz`.execute(db);
}

it.each([
  [{ RONDO_BACKUP_EVERY_HOURS: '24' }, 36, 'ok'],
  [{ RONDO_BACKUP_EVERY_HOURS: '24' }, 36.1, 'failure'],
  [{ RONDO_BACKUP_EVERY_HOURS: '1' }, 1.5, 'ok'],
  [{ RONDO_BACKUP_EVERY_HOURS: '1' }, 1.6, 'failure'],
  [{ RONDO_BACKUP_EVERY_HOURS: '0' }, 36.1, 'failure'],
])('with %j, a backup that is %s hours old: %s', async (environment, hours, expected) => {
  await ran('backup', 500);
  await ran('backup', hours);
  expect((await found(backup, here({ environment }), 'newest')).severity).toBe(expected);
});

it.each([
  [{}, 36, 'ok'],
  [{}, 37, 'warning'],
  [PUBLIC, 24 * 7, 'warning'],
  [PUBLIC, 24 * 7 + 1, 'failure'],
  [{ ...PUBLIC, RONDO_BACKUP_EVERY_HOURS: '0' }, 24 * 30, 'ok'],
])(
  'with %j, a server that is %s hours old and has no backup: %s',
  async (environment, hours, expected) => {
    await born(hours - 0.01);
    await ran('backup', 1, { succeeded: false });
    expect((await found(backup, here({ environment }), 'newest')).severity).toBe(expected);
  },
);

it('a backup that failed after a good one is found, and only then', async () => {
  const lastAttempt = async () =>
    (await backup.run(here())).find(({ place }) => place === 'last attempt')?.severity;
  await ran('backup', 3, { succeeded: false });
  await ran('backup', 2);
  expect(await lastAttempt()).toBeUndefined();
  await ran('backup', 1, { succeeded: false });
  expect(await lastAttempt()).toBe('failure');
});

it('a restore that was never tried, or more than 30 days ago, is worth mending', async () => {
  const test = async () => (await found(backup, here(), 'restore test')).severity;
  await ran('backup', 1);
  expect(await test()).toBe('warning');
  await ran('restore-test', 24 * 30 + 1);
  expect(await test()).toBe('warning');
  await ran('restore-test', 24 * 30 - 1, { succeeded: false });
  expect(await test()).toBe('warning');
  await ran('restore-test', 24 * 30);
  expect(await test()).toBe('ok');
});

const GB = 1e9;
const space = (freeBytes: number): Space => {
  return { freeBytes, totalBytes: 1_000 * GB, freeFiles: 9, totalFiles: 10 };
};
const onDisk = (freeBytes: number, host = 'here') =>
  here({ environment: { RONDO_DATA: '/data' }, machine: { host, space: () => space(freeBytes) } });

/** What the doctor of a machine wrote down. */
async function wroteDown(hours: number, freeBytes: number, host = 'here'): Promise<void> {
  const report = reportOf(await disk.run(onDisk(freeBytes)), { at: new Date(), scope: 'machine' });
  await ran('doctor', hours, { result: { ...report, host } });
}

// The database looks back a week from its own clock.
it.each([
  [48, 540, 500, 'ok'],
  [48, 642.8, 500, 'ok'],
  [48, 643, 500, 'failure'],
  [23, 900, 500, 'ok'],
  [48, 400, 500, 'ok'],
])(
  'a disk that had, %s hours ago, %s GB free and now %s: %s',
  async (hours, before, now, expected) => {
    await sql`set time zone 'UTC'`.execute(db);
    const begin = Date.now();
    await wroteDown((NOW - begin) / HOUR_MS + hours, before * GB);
    await wroteDown((NOW - begin) / HOUR_MS + 1, now * GB);
    await wroteDown((NOW - begin) / HOUR_MS + 100, 999 * GB, 'elsewhere');
    const context = { ...onDisk(now * GB), now: () => begin };
    expect((await found(disk, context, '/data')).severity).toBe(expected);
  },
);

it.each([
  [60, 'ok'],
  [61, 'warning'],
])('two releases beside one another for %s minutes: %s', async (minutes, expected) => {
  const old = node('old', { startedAt: new Date(NOW - 999 * HOUR_MS) });
  const recent = node('new', {
    release: '1.1.0',
    startedAt: new Date(NOW - minutes * 60_000),
  });
  expect((await found(servers, here({ nodes: [old, recent] }), 'releases')).severity).toBe(
    expected,
  );
  const same = [old, node('other')];
  expect(await found(servers, here({ nodes: same }), 'releases')).toMatchObject({
    severity: 'ok',
    measured: '2 servers of 1.0.0',
  });
});

it.each([
  [0, 'warning'],
  [1, 'ok'],
  [2, 'ok'],
])('who hears %s of one other server that is not quite new: %s', async (peers, expected) => {
  const nodes = [node('a'), node('b'), node('c', { startedAt: new Date(NOW - 59_000) })];
  const processes = [{ name: 'a', pid: 1, databaseConnections: 24 }];
  const context = here({ nodes, processes, peers });
  expect((await found(servers, context, 'hearing each other')).severity).toBe(expected);
});

it.each([
  [60_000, 'ok'],
  [60_001, 'warning'],
])('who started %s ms ago and hears nobody: %s', async (ms, expected) => {
  const ownNode = node('a', { startedAt: new Date(NOW - ms) });
  const processes = [{ name: 'a', pid: 1, databaseConnections: 24 }];
  const context = here({ nodes: [ownNode, node('b')], processes, peers: 0 });
  expect((await found(servers, context, 'hearing each other')).severity).toBe(expected);
  const notThere = here({ nodes: [node('b')], processes, peers: 0 });
  expect((await found(servers, notThere, 'hearing each other')).severity).toBe('ok');
});

it('the command line does not know who hears whom', async () => {
  expect((await found(servers, here(), 'hearing each other')).severity).toBe('unknown');
});

const ours = { name: 'ours', pid: 1, databaseConnections: 24 };
const SECRET = { RONDO_SECRET: '8f14e45fceea167a5a36dedd4bea2543' };

async function signsWith(name: string, fingerprint: string): Promise<void> {
  const context = here({ secretFingerprint: fingerprint });
  const report = reportOf(await sharedSecret.run(context), { at: new Date(), scope: 'machine' });
  await ran('doctor', 1, { result: { ...report, node: name } });
}

it.each([
  ['alone', [], {}, 'ok'],
  ['beside one with the same', [node('same', { host: 'there' })], {}, 'ok'],
  ['beside one with another', [node('other')], {}, 'failure'],
  ['beside one with another, set', [node('other')], SECRET, 'failure'],
  ['beside a new one on this machine', [node('fresh')], {}, 'ok'],
  ['beside a new one elsewhere', [node('fresh', { host: 'there' })], {}, 'failure'],
  ['beside a new one elsewhere, set', [node('fresh', { host: 'there' })], SECRET, 'ok'],
])('%s: %j', async (_, others, environment, expected) => {
  await signsWith('same', 'abcd');
  await signsWith('other', '1234');
  await signsWith('other', '1234');
  const context = here({ nodes: [node('ours'), ...others], processes: [ours], environment });
  const { severity, stopsPublic, measured } = await found(sharedSecret, context);
  expect([severity, stopsPublic]).toEqual([expected, expected === 'failure']);
  expect(measured.startsWith('the same everywhere')).toBe(expected === 'ok');
});

it('compares all servers of a machine from the command line, each with a folder of its own', async () => {
  await signsWith('same', 'abcd');
  const other = node('other');
  const both = { nodes: [node('same'), other], processes: [node('same'), other] };
  expect(await found(sharedSecret, here(both))).toMatchObject({ severity: 'ok' });
  await signsWith('other', '1234');
  expect(await found(sharedSecret, here(both))).toMatchObject({
    severity: 'failure',
    measured: `another secret than the servers on ${other.host}`,
  });
});
