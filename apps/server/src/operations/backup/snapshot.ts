import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CannotStart } from '../../cannot-start.ts';
import { version } from '../../version.ts';
import {
  copyOut,
  holdTables,
  migrationsOf,
  SAME_TEXT,
  sequencesOf,
  tablesOf,
} from './catalogue.ts';
import { CHECKSUMS, CONTENTS, FORMAT, SECRET, tableFile, type Contents } from './contents.ts';
import { digestingRows, type RowDigest } from './row-digest.ts';
import { TAR_END, tarFile } from './tar.ts';

/** A part of a table in the archive has about this size, in bytes. */
const PART = 1024 * 1024;
/** Tables that are being changed are waited for, but not for ever. */
const LOCK_TIMEOUT = '30s';
/** So often a migration may come in between, each of which takes but moments. */
const TRIES = 5;

export interface Taken {
  readonly contents: Contents;
  readonly tables: Map<string, RowDigest>;
}

/**
 * Everything that the database holds at one moment, as an archive. The server goes on meanwhile.
 * @param secret comes along if given: for archives that are sealed
 * @param taken is called with what was read, before the archive's end
 */
export async function* snapshotOf(
  client: pg.Client,
  secret: string | undefined,
  taken: (what: Taken) => void,
): AsyncGenerator<Buffer> {
  const contents = await begin(client);
  const at = new Date(contents.at);
  const json = (name: string, value: object): Buffer =>
    tarFile(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), at);
  yield json(CONTENTS, contents);
  if (secret !== undefined) yield json(SECRET, { secret });

  const tables = new Map<string, RowDigest>();
  for (const table of contents.tables) {
    const rows = digestingRows();
    let part = 0;
    for await (const body of inParts(client.query(copyTo(copyOut(table))), rows.add)) {
      yield tarFile(tableFile(table.name, ++part), body, at);
    }
    tables.set(table.name, rows.result());
  }
  await client.query('commit');
  taken({ contents, tables });
  yield json(CHECKSUMS, { tables: Object.fromEntries(tables) });
  yield TAR_END;
}

/** Begins the transaction whose one moment the backup shows, with all tables held as they are. */
async function begin(client: pg.Client): Promise<Contents> {
  await client.query(`${SAME_TEXT}; set lock_timeout = '${LOCK_TIMEOUT}'`);
  for (let tries = 1; ; tries++) {
    const before = await tablesOf(client);
    await client.query('begin isolation level repeatable read read only');
    // Before the first query, which is what fixes the moment.
    await holdTables(client, before);
    const tables = await tablesOf(client);
    if (!tables.some(({ name }) => name === 'migration')) {
      throw new CannotStart('There is nothing to back up: no server has started here so far.');
    }
    if (JSON.stringify(tables) === JSON.stringify(before)) return contentsOf(client, tables);
    await client.query('rollback');
    if (tries === TRIES) throw new Error('the tables are changing all the time');
  }
}

async function contentsOf(client: pg.Client, tables: Contents['tables']): Promise<Contents> {
  const { rows } = await client.query<{ at: Date; postgres: string }>(
    `select now() as at, current_setting('server_version') as postgres`,
  );
  const [{ at, postgres } = { at: new Date(), postgres: '' }] = rows;
  return {
    format: FORMAT,
    release: version,
    at: at.toISOString(),
    postgres,
    migrations: await migrationsOf(client),
    tables,
    sequences: await sequencesOf(client),
  };
}

/** @param each is called with every piece as it comes: they are small, and the server goes on in between */
async function* inParts(
  source: AsyncIterable<Buffer>,
  each: (piece: Buffer) => void,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    each(piece);
    held.push(piece);
    length += piece.length;
    if (length < PART) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}
