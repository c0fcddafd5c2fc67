import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Db } from '../database/database.ts';
import { testDatabase } from '../testing/database.ts';
import { pageOf } from './page.ts';
import { exactly, isBehind, readTimeCursor, writeTimeCursor } from './time-cursor.ts';

const COLUMNS = { at: sql.ref('at'), id: sql.ref('id') };

interface Row {
  id: string;
  exact: string;
}

async function pageBehind(db: Db, before: string): Promise<{ page: Row[]; next: string | null }> {
  const { rows } = await sql<Row>`
    select id, ${exactly(COLUMNS.at)} as exact from event
    where ${isBehind(readTimeCursor(before), COLUMNS)}
    order by at desc, id desc limit 6`.execute(db);
  return pageOf(rows, 5, ({ exact, id }) => writeTimeCursor(exact, id));
}

describe('pages by time', () => {
  it('hold every row once, also of one millisecond and of one moment', async () => {
    const { db } = await testDatabase();
    await sql`create table event (at timestamptz, id uuid)`.execute(db);
    await sql`insert into event
      select timestamptz '2026-11-23 08:00:00.123456+00' + n / 3 * interval '1 microsecond', uuidv7()
      from generate_series(1, 23) as n`.execute(db);
    const seen: string[] = [];
    let before: string | null = '2026-11-24T00:00:00.000Z~ffffffff-ffff-ffff-ffff-ffffffffffff';
    while (before !== null) {
      const { page, next } = await pageBehind(db, before);
      seen.push(...page.map(({ id }) => id));
      before = next;
    }
    const { rows: all } = await sql<{ id: string }>`
      select id from event order by at desc, id desc`.execute(db);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it.each(['', '~', 'x', '2026-11-23', '2026-11-23~x', `x~${crypto.randomUUID()}`])(
    'begin nowhere but where one has ended: %j',
    (text) => {
      expect(() => readTimeCursor(text)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    },
  );
});
