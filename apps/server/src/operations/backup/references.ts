import type pg from 'pg';
import { quoted } from './catalogue.ts';

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Does work that fills tables in whatever order, within a transaction: foreign keys are taken away before,
 * and made again after it, which checks every row. Triggers are off meanwhile. Needs no superuser.
 */
export async function withoutReferences(
  client: pg.ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  const { rows: references } = await client.query<Reference>(`
    select conrelid::regclass::text as table, conname::text as name,
           pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
  const { rows: triggers } = await client.query<{ table: string; name: string }>(`
    select tgrelid::regclass::text as table, tgname::text as name
    from pg_trigger trigger join pg_class class on class.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled = 'O'`);
  const { rows: ruled } = await client.query<{ table: string }>(`
    select oid::regclass::text as table from pg_class
    where relnamespace = 'public'::regnamespace and relforcerowsecurity`);
  for (const { table, name } of references) {
    await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  }
  for (const { table, name } of triggers) {
    await client.query(`alter table ${table} disable trigger ${quoted(name)}`);
  }
  for (const { table } of ruled) {
    await client.query(`alter table ${table} no force row level security`);
  }
  await work();
  for (const { table } of ruled) {
    await client.query(`alter table ${table} force row level security`);
  }
  for (const { table, name } of triggers) {
    await client.query(`alter table ${table} enable trigger ${quoted(name)}`);
  }
  for (const { table, name, definition } of references) {
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
}
