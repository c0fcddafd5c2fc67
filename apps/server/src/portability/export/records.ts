import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { Collection } from '../archive/fields.ts';

export type JsonRecord = Record<string, unknown>;

/** A value of a column as an archive has it: moments as ISO 8601 in UTC, to the millisecond. */
export const shown = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : value;

/** The records of a team, in their order. */
export async function recordsOf(
  db: Db,
  collection: Collection,
  team: string,
): Promise<JsonRecord[]> {
  const { table, rows, order, fields } = collection;
  const [before = '', ...behind] = rows.split('$team');
  const where = behind.reduce(
    (all, part) => sql`${all}${team}::uuid${sql.raw(part)}`,
    sql.raw(before),
  );
  const columns = Object.values(fields).map(({ column }) => sql.ref(column));
  const found = await sql<JsonRecord>`
    select ${sql.join(columns)} from ${sql.table(table)} where ${where} order by ${sql.raw(order)}
  `.execute(db);
  return found.rows.map((row) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, { column }]) => [name, shown(row[column])]),
    ),
  );
}
