import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** What the databases that are not empty have run. */
const ours = readMigrations();
const one = migration('0001_one', 'create table one (id int)');
const two = migration('0002_two', 'create table two (id int); insert into two values (2);');

it('runs what is missing, in order, and nothing twice', async () => {
  const client = await connected(await freshDatabase({ empty: true }));
  expect(await migrate(client, [one])).toEqual(['0001_one']);
  expect(await migrate(client, [one, two])).toEqual(['0002_two']);
  expect(await migrate(client, [one, two])).toEqual([]);
  expect((await client.query('select id from two')).rows).toEqual([{ id: 2 }]);
});

it('leaves nothing of a migration that fails, and all of those before', async () => {
  const client = await connected(await freshDatabase({ empty: true }));
  const broken = migration('0002_broken', 'create table half (id int); select 1 / 0;');
  await expect(migrate(client, [one, broken])).rejects.toThrow(
    'The migration 0002_broken failed, and nothing of it remains: division by zero',
  );
  const { rows } = await client.query(
    `select to_regclass('one') as one, to_regclass('half') as half`,
  );
  expect(rows).toEqual([{ one: 'one', half: null }]);
  expect(await migrate(client, [one, two])).toEqual(['0002_two']);
});

it('refuses an old file that was changed', async () => {
  const client = await connected(await freshDatabase({ empty: true }));
  await migrate(client, [one]);
  const changed = migration('0001_one', 'create table one (id bigint)');
  await expect(migrate(client, [changed])).rejects.toThrow('0001_one was changed');
});

it('works on a database that a newer release has migrated', async () => {
  const client = await connected(await freshDatabase({ empty: true }));
  await migrate(client, [one, two]);
  expect(await migrate(client, [one])).toEqual([]);
});

it('runs each migration once when several servers start at once', async () => {
  const url = await freshDatabase({ empty: true });
  const clients = await Promise.all([1, 2, 3, 4].map(() => connected(url)));
  const ran = await Promise.all(clients.map((client) => migrate(client, [one, two])));
  expect(ran.flat().sort()).toEqual(['0001_one', '0002_two']);
});

describe('what takes something away', () => {
  const away: Migration = { ...migration('0003_away', 'drop table one'), contracts: true };
  const later = migration('0004_later', 'create table later (id int)');

  async function withServers(releases: readonly (readonly [string, string])[]): Promise<pg.Client> {
    const client = await connected(await freshDatabase());
    for (const [release, seen] of releases) {
      await client.query(
        `insert into server_node (name, release, host, pid, started_at, seen_at, database_connections)
         values ($1, $1, 'here', 1, now(), now() - $2::interval, 24)`,
        [release, seen],
      );
    }
    return client;
  }

  it('waits while a server of an older release runs, and holds up nothing else', async () => {
    const client = await withServers([
      ['0.9.1', '0 s'],
      ['0.10.0', '0 s'],
    ]);
    expect(await migrate(client, [...ours, one, away, later], '0.10.0')).toEqual([
      '0001_one',
      '0004_later',
    ]);
    await client.query(`delete from server_node where release = '0.9.1'`);
    expect(await migrate(client, [...ours, one, away, later], '0.10.0')).toEqual(['0003_away']);
    const { rows } = await client.query(`select to_regclass('one') as one`);
    expect(rows).toEqual([{ one: null }]);
  });

  it.each([
    ['one that has gone', '0.9.1', '1 minute'],
    ['one of the same release', '0.10.0', '0 s'],
    ['one of a newer release', '0.11.0', '0 s'],
  ])('does not wait for %s', async (_, release, seen) => {
    const client = await withServers([[release, seen]]);
    const ran = await migrate(client, [...ours, one, away], '0.10.0');
    expect(ran).toEqual(['0001_one', '0003_away']);
  });
});

it('reads every file of both folders', () => {
  const files = ['expand', 'contract'].flatMap((part) =>
    readdirSync(join(import.meta.dirname, 'migrations', part)).filter(
      (name) => name !== '.gitkeep',
    ),
  );
  expect(
    readMigrations()
      .map(({ name }) => `${name}.sql`)
      .sort(),
  ).toEqual(files.sort());
});
