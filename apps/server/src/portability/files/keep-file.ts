import { randomUUIDv7 } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { fault } from '../fault.ts';

/** How long an archive waits to be fetched, and a file that was sent to be imported, days. */
const KEPT_DAYS = 7;
const SENT_DAYS = 1;

/** Bytes of a piece of a file of ours; those that are sent have their own size. */
const PIECE = 1024 * 1024;

/** Larger files are not made: nobody could send them to another server either. Bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;

/** Makes room for a file; it is not there in full before `bytes` is set. @returns its id */
export async function beginFile(
  db: Db,
  { user, name, kind }: { user: string; name: string; kind: 'made' | 'sent' },
): Promise<string> {
  const id = randomUUIDv7();
  const days = kind === 'made' ? KEPT_DAYS : SENT_DAYS;
  await db
    .insertInto('kept_file')
    .values({
      id,
      user_id: user,
      name,
      bytes: null,
      expires_at: sql<Date>`now() + make_interval(days => ${days})`,
    })
    .execute();
  return id;
}

/** Writes a stream into a file that was begun, never holding more than a piece of it. @returns its bytes */
export async function writeFile(
  db: Db,
  file: string,
  content: AsyncIterable<Buffer | string>,
): Promise<number> {
  let waiting: Buffer[] = [];
  let size = 0;
  let written = 0;
  let n = 0;
  const write = async (): Promise<void> => {
    const body = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    await db.insertInto('kept_file_piece').values({ file_id: file, n, body }).execute();
    n += 1;
    written += body.length;
    if (written > LARGEST_FILE) throw fault('too-large');
  };
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk);
    waiting.push(bytes);
    size += bytes.length;
    if (size >= PIECE) await write();
  }
  if (size > 0) await write();
  await db.updateTable('kept_file').set({ bytes: written }).where('id', '=', file).execute();
  return written;
}

/** What a file says, piece by piece as it is read. */
export function readFile(db: Db, file: string): Readable {
  return Readable.from(piecesOf(db, file), { objectMode: false });
}

async function* piecesOf(db: Db, file: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const piece = await db
      .selectFrom('kept_file_piece')
      .select('body')
      .where('file_id', '=', file)
      .where('n', '=', n)
      .executeTakeFirst();
    if (!piece) return;
    yield piece.body;
  }
}

export async function deleteFile(db: Db, file: string): Promise<void> {
  await db.deleteFrom('kept_file').where('id', '=', file).execute();
}
