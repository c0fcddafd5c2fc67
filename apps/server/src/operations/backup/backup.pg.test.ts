import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, readMigrations, type Migration } from '../../database/migrate.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { openBackup } from './open.ts';
import { restoreInto } from './restore.ts';
import { takeBackup } from './take.ts';
import { dumpOf, on } from './testing/on.ts';
import { temporary } from './testing/temporary.ts';
import { verifyBackup } from './verify.ts';

const secret = 's'.repeat(32);
const PASSPHRASE = 'three ducks in a row';

const PEOPLE = `
  insert into "user" (id, name, email)
  select gen_random_uuid(), E'A\\n\\t\\\\N "' || n, n || '@example.org' from generate_series(1, 500) n;
  insert into server_owner (user_id) select id from "user" limit 1;`;

async function filled(sql = PEOPLE): Promise<string> {
  const url = await freshDatabase();
  await on(url, (client) => client.query(sql));
  return url;
}

async function backedUp(url: string, passphrase?: string): Promise<string> {
  const file = join(temporary(), 'a.tar.zst');
  await takeBackup({ url, file, passphrase, secret });
  return file;
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const FUTURE = migration(
  '9999_future',
  `create table future_egg (
     id bigint generated always as identity primary key,
     hen bigint,
     size numeric not null,
     doubled numeric generated always as (size * 2) stored,
     whole bytea,
     laid timestamptz not null default now()
   );
   create table future_hen (id bigint primary key, egg bigint not null references future_egg);
   alter table future_egg add foreign key (hen) references future_hen;
   insert into future_egg (size) values (1);`,
);

describe('a backup', () => {
  it('sealed or not, brings everything back into an empty database', async () => {
    const url = await filled();
    for (const passphrase of [undefined, PASSPHRASE]) {
      const backup = await openBackup(await backedUp(url, passphrase), passphrase);
      expect(backup.secret).toBe(passphrase && secret);
      const target = await freshDatabase({ empty: true });
      expect(await restoreInto(target, backup)).toMatchObject({ leftOut: [] });
      expect(await dumpOf(target)).toEqual(await dumpOf(url));
    }
  });

  it('has tables of later migrations too, also where they refer to each other in a circle', async () => {
    const url = await filled();
    const all = [...readMigrations(), FUTURE];
    await on(url, async (client) => {
      await migrate(client, all);
      await client.query(`
        insert into future_hen values (7, 1);
        update future_egg set hen = 7;
        insert into future_egg (size, whole) values (0.1, '\\x00ff0a');
        create table by_hand as select 1 as one`);
    });
    const file = await backedUp(url);
    const target = await freshDatabase({ empty: true });
    const backup = await openBackup(file, undefined);
    expect(await restoreInto(target, backup, all)).toMatchObject({ leftOut: ['by_hand'] });
    const { by_hand: _, ...rest } = await dumpOf(url);
    expect(await dumpOf(target)).toEqual(rest);
    await on(target, async (client) => {
      const next = await client.query('insert into future_egg (size) values (5) returning id');
      expect(next.rows).toEqual([{ id: '3' }]);
      // Foreign keys are there again.
      await expect(client.query('insert into future_hen values (8, 99)')).rejects.toThrow(
        /foreign key/,
      );
    });
    const elsewhere = await freshDatabase({ empty: true });
    await expect(restoreInto(elsewhere, backup)).rejects.toThrow('9999_future');
  });

  it('of an older release is brought up to date', async () => {
    const url = await filled();
    const backup = await openBackup(await backedUp(url), undefined);
    const target = await freshDatabase({ empty: true });
    await restoreInto(target, backup, [...readMigrations(), FUTURE]);
    const { future_egg: eggs, future_hen: hens, migration: ran, ...rest } = await dumpOf(target);
    expect([eggs?.length, hens]).toEqual([1, []]);
    const { migration: before, ...all } = await dumpOf(url);
    expect(rest).toEqual(all);
    expect(ran?.length).toBe((before?.length ?? 0) + 1);
  });

  it('leaves data alone that is in the way, and can be restored again after it was cut short', async () => {
    const backup = await openBackup(await backedUp(await filled()), undefined);
    const target = await filled();
    const before = await dumpOf(target);
    await expect(restoreInto(target, backup)).rejects.toThrow('There is data in the database');
    expect(await dumpOf(target)).toEqual(before);
    const half = await freshDatabase({ empty: true });
    await on(half, (client) => migrate(client, readMigrations()));
    await restoreInto(half, backup);
    expect((await dumpOf(half))['user']).toHaveLength(500);
  });

  it('whose rows are not those that were written is not taken', async () => {
    const backup = await openBackup(await backedUp(await filled()), undefined);
    const { tables } = backup.checksums;
    const wrong = { ...tables, user: { ...tables['user']!, digest: '0'.repeat(64) } };
    const target = await freshDatabase({ empty: true });
    await expect(restoreInto(target, { ...backup, checksums: { tables: wrong } })).rejects.toThrow(
      'user has 500 rows after the restore',
    );
    expect((await dumpOf(target))['user']).toEqual([]);
  });

  it('is one at a time, never takes the place of a file, and of nothing there is none', async () => {
    const url = await filled();
    const file = await backedUp(url);
    await expect(takeBackup({ url, file, passphrase: undefined, secret })).rejects.toThrow(
      'is there already',
    );
    const [one, other] = [join(temporary(), 'one'), join(temporary(), 'other')];
    const both = await Promise.allSettled(
      [one, other].map((each) => takeBackup({ url, file: each, passphrase: undefined, secret })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const nothing = { url: await freshDatabase({ empty: true }), file: join(temporary(), 'x') };
    await expect(takeBackup({ ...nothing, passphrase: undefined, secret })).rejects.toThrow(
      'nothing to back up',
    );
    expect(readdirSync(join(nothing.file, '..'))).toEqual([]);
  });
});

describe('a damaged file', () => {
  it('is noticed, whichever byte was changed', async () => {
    const file = await backedUp(await filled());
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += at < 300 || at > bytes.length - 50 ? 1 : 97) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      writeFileSync(file, changed);
      await expect(openBackup(file, undefined), `byte ${at}`).rejects.toThrow(/damaged/);
    }
  });

  it.each([undefined, PASSPHRASE])('is noticed, wherever it was cut (%s)', async (passphrase) => {
    const file = await backedUp(await filled(), passphrase);
    const { length } = readFileSync(file);
    for (const end of [length - 1, length - 40, Math.floor(length / 2), 20, 3, 0]) {
      truncateSync(file, end);
      await expect(openBackup(file, passphrase), `${end} bytes`).rejects.toThrow(/damaged/);
    }
  });

  it('does not open without its passphrase, or with another one', async () => {
    const file = await backedUp(await filled(), PASSPHRASE);
    await expect(openBackup(file, undefined)).rejects.toThrow('--passphrase-file');
    await expect(openBackup(file, 'another passphrase')).rejects.toThrow(
      'passphrase is not the one',
    );
    expect(readFileSync(file).includes('example.org')).toBe(false);
  });
});

describe('trying a backup out', () => {
  it('finds a running meeting whose log is not whole', async () => {
    const meeting = (id: string): string => `
      insert into meeting (id, team_id, activity_id, activity_name, hues, name, status, guests, facilitator)
      select '${id}', team.id, 'x', '{}', '{}', 'x', 'running', 'no', 'x' from team;
      insert into meeting_head values ('${id}', 2);
      insert into meeting_snapshot values ('${id}', 0, '{"board":{},"hands":{},"ledger":{}}');`;
    const entry = (id: string, seq: number): string =>
      `insert into meeting_patch (meeting_id, seq, body)
       values ('${id}', ${seq}, '{"board":[[["n"],${seq}]],"hands":{},"ledger":[]}');`;
    const [whole, broken] = ['a'.repeat(22), 'b'.repeat(22)];
    const url = await filled(`
      with made as (insert into organization (id, name) values (gen_random_uuid(), 'x') returning id)
      insert into team (id, organization_id, name, idle_end_days, language)
      select gen_random_uuid(), id, 'x', 14, 'en' from made;
      ${meeting(whole)} ${entry(whole, 1)} ${entry(whole, 2)}
      ${meeting(broken)} ${entry(broken, 2)}`);
    const backup = await openBackup(await backedUp(url), undefined);
    expect(await verifyBackup(backup)).toMatchObject({ running: 2, broken: [broken] });
  });
});
