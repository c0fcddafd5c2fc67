import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrate, readMigrations, type Migration } from '../apps/server/src/database/migrate.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { inForm, isLong } from '../faults/length.ts';
import { previousRelease, unpacked } from '../tools/releases/releases.ts';
import { fill } from './testing/filled.ts';
import { harmOf } from './testing/harm.ts';
import { probed } from './testing/probe.ts';

const ROWS = inForm({ short: 100_000, long: 5_000_000 });
/** The longest that anybody may wait for a migration, ms. */
const LONGEST_WAIT = 500;

const previous = unpacked(previousRelease());
const leftOut = 'missing' in previous ? ` (left out: ${previous.missing})` : '';

const MIGRATIONS = 'apps/server/src/database/migrations';

/** What the release before had. */
const known = 'missing' in previous ? [] : readMigrations(join(previous.folder, MIGRATIONS));

describe('the migrations since the release before', () => {
  test.skipIf(leftOut !== '')(
    `keep nobody waiting in a database of ${ROWS} rows a table${leftOut}`,
    { timeout: 1_800_000 },
    async () => {
      const { client, url } = await filled(known, ROWS);
      const names = new Set(known.map(({ name }) => name));
      const added = readMigrations().filter(({ name }) => !names.has(name));
      const { result: harm, longest } = await probed(url, async () => {
        const all: string[] = [];
        for (const migration of added) all.push(...(await harmOf(client, migration)));
        return all;
      });
      expect(harm).toEqual([]);
      // The time of a machine that does other things as well says little about short tables.
      if (isLong) expect(longest).toBeLessThan(LONGEST_WAIT);
    },
  );

  test('are looked at by something that sees harm', { timeout: 60_000 }, async () => {
    const { client } = await filled(readMigrations(), 2_000);
    const harmful = {
      'reads 2000 rows of meeting_patch': 'create index at_of_patch on meeting_patch (at)',
      'writes all of mail anew':
        'alter table mail add column drawn double precision not null default random()',
      'writes all of participant anew': 'alter table participant alter column joined_at type date',
      'reads 2000 rows of task':
        'alter table task add constraint has_text check (text is not null)',
    };
    for (const [harm, sql] of Object.entries(harmful))
      expect(await harmOf(client, migration(sql))).toEqual([`0999_tried ${harm}`]);
    const harmless = [
      'alter table meeting add column mood text',
      'create table beside (meeting_id text references meeting (id))',
      `alter table outcome add column kept boolean not null default true`,
    ];
    for (const sql of harmless) expect(await harmOf(client, migration(sql))).toEqual([]);
  });
});

const migration = (sql: string): Migration => ({
  name: '0999_tried',
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

/** A database as it was left by these migrations, with many rows. */
async function filled(migrations: readonly Migration[], rows: number) {
  const url = await freshDatabase({ empty: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await migrate(client, migrations);
  const asSuperuser = new URL(inject('postgres').asSuperuser);
  asSuperuser.pathname = new URL(url).pathname;
  await fill(asSuperuser.href, rows);
  return { client, url };
}
