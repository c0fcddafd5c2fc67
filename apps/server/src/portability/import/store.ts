import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { Collection } from '../archive/fields.ts';
import type { JsonRecord } from '../export/records.ts';
import { fault } from '../fault.ts';

/** Rows that go to the database in one statement. */
const AT_ONCE = 500;

/** Writes rows of a collection; what its table does not take is a fault of the archive. */
export async function storeRows(
  tx: Db,
  { table, fields, ofTeam }: Collection,
  rows: readonly JsonRecord[],
  { team, path }: { team: string; path: string },
): Promise<void> {
  const columns = [
    ...Object.values(fields).map(({ column }) => column),
    ...(ofTeam ? ['team_id'] : []),
  ].map((column) => sql.ref(column));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => ({ ...row, team_id: team }));
    // Each value becomes what its column is, as the table itself says.
    const statement = sql`
      insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(some)}::jsonb)`;
    await refusing(path, () => statement.execute(tx));
  }
}

/** Says which file it was when the database does not take what is in it. */
export async function refusing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint } = refusalOf(error);
    // Classes of SQLSTATE: 22 data exception, 23 integrity constraint violation.
    if (!/^2[23]/.test(code)) throw error;
    throw fault('broken', `${path}: ${constraint || code}`);
  }
}

function refusalOf(error: unknown): { code: string; constraint: string } {
  if (typeof error !== 'object' || error === null) return { code: '', constraint: '' };
  const code = 'code' in error ? String(error.code) : '';
  // The driver names the constraint, where it was one.
  const constraint = 'constraint' in error ? ((error.constraint as string | undefined) ?? '') : '';
  return { code, constraint };
}
