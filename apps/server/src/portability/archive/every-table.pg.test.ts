import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { collections } from './collections.ts';
import { LEFT_OUT } from './left-out.ts';

/** Columns that make a row somebody's or of something that is somebody's. */
const OWNED =
  /^(organization_id|team_id|user_id|meeting_id|series_id|task_id|report_id|activity_id|file_id|webhook_id|.*_user|.*_by)$/;

test('every table with rows of teams or people is in archives, or is left out for a reason', async () => {
  const { db } = await testDatabase();
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select relname::text as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    group by relname order by relname`.execute(db);
  const columnsOf = new Map(rows.map(({ name, columns }) => [name, columns]));
  const kept = new Set(collections.map(({ table }) => table));
  const owned = rows
    .filter(({ columns }) => columns.some((column) => OWNED.test(column)))
    .map(({ name }) => name);
  expect(owned.length).toBeGreaterThan(25);
  expect(owned.filter((table) => !kept.has(table) && !(table in LEFT_OUT))).toEqual([]);
  expect(Object.keys(LEFT_OUT).filter((table) => kept.has(table))).toEqual([]);
  for (const { table, fields, unkept = [] } of collections) {
    const named = Object.values(fields).map(({ column }) => column);
    const columns = columnsOf.get(table) ?? [];
    expect(
      named.filter((column) => !columns.includes(column)),
      table,
    ).toEqual([]);
    const forgotten = columns.filter(
      (column) => !named.includes(column) && !unkept.includes(column),
    );
    expect(
      forgotten.filter((column) => column !== 'team_id'),
      table,
    ).toEqual([]);
  }
});
