import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Writes the words of these documents anew, as they stand in their rows. */
export async function writeWords(tx: Db, documents: readonly string[]): Promise<void> {
  await sql`
    insert into search_words (document_id, at, words)
    select id, at, rondo_words(team_id, kind, title, body)
    from search_document where id::text = any(${documents}::text[])
    on conflict (document_id) do update set at = excluded.at, words = excluded.words
  `.execute(tx);
}
