import type pg from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import { inPublic, tablesOf } from './catalogue.ts';

/** Whether no table holds a row, apart from the list of migrations. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  for (const { name } of await tablesOf(client)) {
    if (name === 'migration') continue;
    const { rows } = await client.query<{ some: boolean }>(
      `select exists (select from ${inPublic(name)}) as some`,
    );
    if (rows[0]?.some) return false;
  }
  return true;
}

/** Takes away tables without rows, which a restore that was cut short has left. */
export async function clearEmpty(client: pg.ClientBase): Promise<void> {
  const tables = await tablesOf(client);
  if (tables.length === 0) return;
  const { rows } = await client.query<{ name: string }>(
    `select extname as name from pg_extension where extnamespace = 'public'::regnamespace`,
  );
  if (rows.length > 0) {
    throw new CannotStart(
      'The database has tables without rows, and extensions in the same schema. Make a new database, and restore into that.',
    );
  }
  await client.query('drop schema public cascade; create schema public');
}
