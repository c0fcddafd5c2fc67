import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Writes the words of these documents anew, as they stand in their rows. */
export async function writeWords(tx: Db, documents: readonly string[]): Promise<void> {
  await sql`select rondo_write_words(${documents}::uuid[])`.execute(tx);
}
