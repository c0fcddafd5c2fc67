import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { connect, type Database } from '../../database/database.ts';
import { makeLog } from '../../log.ts';
import { testDatabase } from '../../testing/database.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { version } from '../../version.ts';
import { clock } from './checks/clock.ts';
import { databaseConnections } from './checks/database-connections.ts';
import { databaseRole } from './checks/database-role.ts';
import { databaseSafety } from './checks/database-safety.ts';
import { databaseSchema } from './checks/database-schema.ts';
import { database as reachable } from './checks/database.ts';
import { runtimeAges } from './checks/runtime-ages.ts';
import { found, node, world } from './testing/world.ts';

const { db } = await testDatabase();
const here = (more = {}) => world({ db, now: Date.now, ...more });

/** Asked as somebody else, or of another database. */
function opened(url: string): Database {
  const database = connect(url, makeLog('silent'), () => Promise.resolve());
  onTestFinished(() => database.close());
  return database;
}

async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres').asSuperuser });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

let name: string;
beforeAll(async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  name = rows[0]?.name ?? '';
});

it('a PostgreSQL that is there answers; one that is away is to be mended', async () => {
  expect((await found(reachable, here())).measured).toMatch(/^answers in \d+\.\d ms$/);
  const away = world({ environment: { DATABASE_URL: 'postgres://db.example.org/rondo' } });
  expect((await found(reachable, away)).severity).toBe('failure');
  expect((await found(reachable, world())).severity).toBe('unknown');
});

// Far from where it turns: how long the answer takes is forgiven.
it.each([
  [0, 'ok'],
  [200, 'ok'],
  [-200, 'ok'],
  [2_500, 'warning'],
  [-2_500, 'warning'],
  [60_000, 'failure'],
  [-60_000, 'failure'],
])('a clock that is %s ms off: %s', async (off, expected) => {
  expect((await found(clock, here({ now: () => Date.now() + off }))).severity).toBe(expected);
});

it('the PostgreSQL of this release is known to be supported', async () => {
  const { rows } = await sql<{ v: number }>`
    select current_setting('server_version_num')::int / 10000 as v`.execute(db);
  const place = `PostgreSQL ${rows[0]?.v}`;
  const at = (day: string) => found(runtimeAges, here({ now: () => Date.parse(day) }), place);
  expect((await at('2026-11-23')).severity).toBe('ok');
  expect((await at('2039-01-01')).severity).toBe('failure');
});

it.each([
  [2 * 48 + 10, 2, 'ok', false],
  [2 * 48 + 9, 2, 'failure', false],
  [24, 2, 'failure', false],
  [23, 2, 'failure', true],
  [2 * 24 + 10, 1, 'ok', false],
  [2 * 24 + 9, 1, 'failure', false],
])('%s connections for %s servers: %s', async (allowed, servers, severity, stopsPublic) => {
  // Other test files use the same PostgreSQL meanwhile: what they have is for them.
  const others = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname <> current_database()`.execute(
      db,
    );
    return rows[0]?.n ?? 0;
  };
  const nodes = Array.from({ length: servers }, (_, i) => node(String(i)));
  const context = here({ nodes, processes: [{ name: '0', pid: 1, databaseConnections: 24 }] });
  await expect
    .poll(async () => {
      const before = await others();
      await asSuperuser(`alter database ${name} connection limit ${allowed + before}`);
      const { data, ...rest } = await found(databaseConnections, context);
      return data?.['others'] === before
        ? [rest.severity, rest.stopsPublic]
        : 'others came or went';
    })
    .toEqual([severity, stopsPublic]);
  await asSuperuser(`alter database ${name} connection limit -1`);
});

it('a release that is being replaced is counted by its successor; who starts counts already', async () => {
  const old = node('old', { release: '0.0.1' });
  const recent = node('new', { release: version, startedAt: new Date() });
  const leaving = node('leaving', { release: version, startedAt: new Date(), draining: true });
  const starting = { name: 'starting', pid: 1, databaseConnections: 24 };
  const context = here({ nodes: [old, recent, leaving], processes: [starting] });
  expect((await found(databaseConnections, context)).data).toMatchObject({
    servers: 2,
    ofRelease: 48,
  });
  // Three that are still to be replaced need more than the first that has come.
  const three = ['a', 'b', 'c'].map((name) => node(name, { release: '0.0.1' }));
  const first = here({ nodes: three, processes: [starting] });
  expect((await found(databaseConnections, first)).data).toMatchObject({ servers: 3 });
});

it.each([
  ['nosuperuser', 'ok'],
  ['superuser', 'failure'],
  ['bypassrls', 'failure'],
  ['replication', 'failure'],
  ['createrole', 'failure'],
])('a role that is %s: %s', async (right, expected) => {
  const role = `${name}_${right}`;
  await asSuperuser(`create role ${role} login ${right}`);
  onTestFinished(() => asSuperuser(`drop role ${role}`));
  const url = new URL(await freshDatabase());
  url.username = role;
  const database = opened(url.href);
  expect((await found(databaseRole, here({ db: database.db }))).severity).toBe(expected);
});

it('tables of this release are well; a migration that is missing or was changed is not', async () => {
  const { db: own } = opened(await freshDatabase());
  const nodes = [node('a', { release: version })];
  const look = (more = {}) =>
    found(databaseSchema, here({ db: own, nodes, ...more }), 'migrations');
  expect(await look()).toMatchObject({ severity: 'ok', stopsPublic: false });
  await sql`insert into migration (name, checksum) values ('9999_newer', 'x')`.execute(own);
  expect(await look()).toMatchObject({ severity: 'ok', data: { newer: 1 } });
  await sql`delete from migration where name = '0003_mail'`.execute(own);
  expect(await look()).toMatchObject({
    severity: 'failure',
    stopsPublic: false,
    measured: 'pending: 0003_mail',
  });
  const beforeTheUpgrade = { nodes: [node('a', { release: '0.0.1' })] };
  expect(await look(beforeTheUpgrade)).toMatchObject({ severity: 'warning' });
  // Two states of the code can have the same number, between two releases.
  expect(await look({ isComing: true })).toMatchObject({ severity: 'warning' });
  await sql`update migration set checksum = 'x' where name = '0001_accounts'`.execute(own);
  expect(await look()).toMatchObject({
    severity: 'failure',
    stopsPublic: true,
    measured: 'changed: 0001_accounts',
  });
  expect(await look(beforeTheUpgrade)).toMatchObject({ severity: 'failure', stopsPublic: true });
  expect(await look({ isComing: true })).toMatchObject({ severity: 'failure', stopsPublic: true });
});

it('an index that was left half made is found, with what makes it whole', async () => {
  const { db: own } = opened(await freshDatabase());
  const indexes = async () => (await databaseSchema.run(here({ db: own }))).slice(1);
  expect(await indexes()).toMatchObject([{ place: 'indexes', severity: 'ok' }]);
  await sql`create table twice as select 1 as id from generate_series(1, 2)`.execute(own);
  await expect(
    sql`create unique index concurrently twice_id on twice (id)`.execute(own),
  ).rejects.toThrow('could not create unique index');
  const [broken] = await indexes();
  expect(broken).toMatchObject({ place: 'index twice_id', severity: 'failure' });
  await sql`delete from twice where ctid = (select max(ctid) from twice)`.execute(own);
  await sql.raw(broken?.repair.replaceAll('`', '') ?? '').execute(own);
  expect(await indexes()).toMatchObject([{ place: 'indexes', severity: 'ok' }]);
});

it('a PostgreSQL that would lose what it acknowledged, as that of tests, is found', async () => {
  const findings = await databaseSafety.run(here());
  const stopping = findings.filter(({ stopsPublic }) => stopsPublic).map(({ place }) => place);
  expect(stopping).toEqual(['fsync', 'full_page_writes', 'synchronous_commit']);
  expect(findings.filter(({ severity }) => severity !== 'ok')).toHaveLength(3);
});
