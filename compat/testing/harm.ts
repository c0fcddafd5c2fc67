import type pg from 'pg';
import type { Migration } from '../../apps/server/src/database/migrate.ts';

/** A table that nobody else can write until the end of this transaction. */
interface Look {
  readonly table: string;
  /** Rows that were read one after the other. */
  readonly read: number;
  /** The file in which its rows lie: another one when they were all written anew. */
  readonly file: string;
}

/** Locks under which nobody else can write. */
const HOLDS_UP = `('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`;

const LOOK = `
  select distinct class.relname as table, class.relfilenode::text as file,
         coalesce(stat.seq_tup_read, 0)::int as read
  from pg_locks lock
  join pg_class class on class.oid = lock.relation and class.relkind = 'r'
  join pg_namespace space on space.oid = class.relnamespace and space.nspname = 'public'
  left join pg_stat_xact_user_tables stat on stat.relid = class.oid
  where lock.pid = pg_backend_pid() and lock.mode in ${HOLDS_UP}`;

const FILES = `
  select relname as table, relfilenode::text as file from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace`;

/** So few rows are read in no time. */
const FEW = 1_000;

/**
 * Runs a migration as the server does, and says what people would notice: a table that was there
 * before, locked against writing while all its rows are read or written anew. A lock that is only taken
 * and given back, as for a new column without a value, holds nobody up. It counts rows instead of
 * measuring time, so it says the same on any machine.
 */
export async function harmOf(client: pg.Client, { name, sql }: Migration): Promise<string[]> {
  const { rows: before } = await client.query<Pick<Look, 'table' | 'file'>>(FILES);
  const files = new Map(before.map(({ table, file }) => [table, file]));
  await client.query('begin');
  await client.query(sql);
  const { rows: looks } = await client.query<Look>(LOOK);
  await client.query('commit');
  return looks.flatMap(({ table, read, file }) => {
    const was = files.get(table);
    if (was === undefined) return [];
    if (was !== file) return [`${name} writes all of ${table} anew`];
    return read > FEW ? [`${name} reads ${read} rows of ${table}`] : [];
  });
}
