import type pg from 'pg';
import type { Contents } from './contents.ts';

type Table = Contents['tables'][number];
type Sequence = Contents['sequences'][number];

/**
 * So that a value reads the same whatever the server's settings and version are, and nothing is given up
 * because it takes long. Connections that are for nobody in particular see every row (`0050_row_security.sql`).
 */
export const SAME_TEXT = `
  set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8';
  set xmlbinary = 'base64'; set synchronize_seqscans = off; set rondo.scope = '';
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** All tables of schema `public` that hold rows, with the columns that can be written. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select class.relname::text as name,
           array(select attname::text from pg_attribute
                 where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
                 order by attnum) as columns
    from pg_class class
    where class.relnamespace = 'public'::regnamespace
      and class.relkind in ('r', 'p') and not class.relispartition
      and not exists (select from pg_depend
                      where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e')
    order by class.relname`);
  return rows;
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class
     where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as value, is_called as "isCalled" from ${inPublic(name)}`,
    );
    found.push(...values.map((value) => ({ name, ...value })));
  }
  return found;
}

export async function migrationsOf(client: pg.ClientBase): Promise<Contents['migrations']> {
  const { rows } = await client.query<Contents['migrations'][number]>(
    'select name, checksum from public.migration order by at, name',
  );
  return rows;
}

/** Locks nothing out: reading and writing go on, changing the table waits. */
export async function holdTables(
  client: pg.ClientBase,
  tables: readonly { name: string }[],
): Promise<void> {
  if (tables.length === 0) return;
  const names = tables.map(({ name }) => inPublic(name)).join(', ');
  await client.query(`lock table ${names} in access share mode`);
}

export function copyOut({ name, columns }: Table): string {
  return `copy (select ${columns.map(quoted).join(', ')} from ${inPublic(name)}) to stdout`;
}

export function copyIn({ name, columns }: Table): string {
  return `copy ${inPublic(name)} (${columns.map(quoted).join(', ')}) from stdin`;
}

export function inPublic(name: string): string {
  return `public.${quoted(name)}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
