import { PIECE_BYTES } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { problem } from '../../http/problem.ts';
import { beginFile } from './keep-file.ts';

/** So many files of one person wait to be imported; with one more the oldest goes. */
const MOST_WAITING = 5;

/** Makes room for a file that somebody sends; its pieces follow. */
export async function beginUpload(
  db: Db,
  user: string,
  { name, bytes }: { name: string; bytes: number },
): Promise<{ upload: string; pieceBytes: number; pieces: number }> {
  await forgetOldest(db, user);
  const upload = await beginFile(db, { user, name, kind: 'sent' });
  await db.updateTable('kept_file').set({ bytes }).where('id', '=', upload).execute();
  return { upload, pieceBytes: PIECE_BYTES, pieces: Math.ceil(bytes / PIECE_BYTES) };
}

/** Keeps a piece; the same one again changes nothing. Throws `not-found`, and `bad-input` for one that does not belong. */
export async function keepPiece(
  db: Db,
  user: string,
  { upload, n, body }: { upload: string; n: number; body: Buffer },
): Promise<void> {
  const bytes = await announced(db, user, upload);
  const expected = Math.min(PIECE_BYTES, bytes - n * PIECE_BYTES);
  if (body.length !== expected) throw problem('bad-input');
  await db
    .insertInto('kept_file_piece')
    .values({ file_id: upload, n, body })
    .onConflict((conflict) => conflict.columns(['file_id', 'n']).doUpdateSet({ body }))
    .execute();
}

/** Throws `not-found` for what is not theirs, and `conflict` while pieces are missing. */
export async function needWhole(db: Db, user: string, upload: string): Promise<number> {
  const bytes = await announced(db, user, upload);
  const { size } = await db
    .selectFrom('kept_file_piece')
    .select(sql<string>`coalesce(sum(octet_length(body)), 0)`.as('size'))
    .where('file_id', '=', upload)
    .executeTakeFirstOrThrow();
  if (Number(size) !== bytes) throw problem('conflict');
  return bytes;
}

async function announced(db: Db, user: string, upload: string): Promise<number> {
  const row = await db
    .selectFrom('kept_file')
    .select('bytes')
    .where('id', '=', upload)
    .where('user_id', '=', user)
    // One that is an archive of ours is read, not written.
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('data_job')
            .select('data_job.id')
            .whereRef('data_job.file_id', '=', 'kept_file.id')
            .where('data_job.kind', '=', 'export'),
        ),
      ),
    )
    .executeTakeFirst();
  if (row?.bytes === null || row?.bytes === undefined) throw problem('not-found');
  return row.bytes;
}

export async function removeUpload(db: Db, user: string, upload: string): Promise<void> {
  await announced(db, user, upload);
  await db.deleteFrom('kept_file').where('id', '=', upload).execute();
}

/** What is being imported stays, and so do archives of ours, which are kept longer. */
async function forgetOldest(db: Db, user: string): Promise<void> {
  await sql`
    delete from kept_file where id in (
      select id from kept_file
      where user_id = ${user} and expires_at < now() + interval '1 day'
        and not exists (select from data_job where file_id = kept_file.id)
      order by made_at desc
      offset ${MOST_WAITING - 1}
    )`.execute(db);
}
