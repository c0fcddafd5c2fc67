import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import { singleClient } from '../../database/client.ts';
import { seal } from '../sealed/sealed.ts';
import { partialName, removeAbandoned } from './backup-files.ts';
import { snapshotOf, type Taken } from './snapshot.ts';
import { withTrailer } from './trailer.ts';

/** Any number will do, as long as all releases take the same. */
const LOCK = 7_266_637;

export interface BackupResult {
  readonly file: string;
  readonly rows: number;
  /** Of the file. */
  readonly bytes: number;
  readonly seconds: number;
  readonly encrypted: boolean;
  readonly tables: number;
}

export interface Wish {
  readonly url: string;
  /** Where it is to stand; the folder is made, a file that is there is left alone. */
  readonly file: string;
  /** With it the file is sealed, and `secret` comes along. */
  readonly passphrase: string | undefined;
  readonly secret: string;
}

/**
 * Writes all data of one moment into a file, while the server goes on. Under its name there is the whole
 * backup, or nothing.
 */
export async function takeBackup({ url, file, passphrase, secret }: Wish): Promise<BackupResult> {
  const began = performance.now();
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await isThere(file)) throw new CannotStart(`${file} is there already, and stays as it is.`);
  const partial = join(folder, partialName(basename(file)));
  const client = singleClient({ connectionString: url, application_name: 'rondo backup' });
  await client.connect();
  try {
    await oneAtATime(client);
    await removeAbandoned(folder);
    const taken = await write(client, partial, passphrase, secret);
    await publish(partial, file);
    const { size: bytes } = await stat(file);
    return {
      file,
      rows: [...taken.tables.values()].reduce((sum, { rows }) => sum + rows, 0),
      bytes,
      seconds: Math.round(performance.now() - began) / 1000,
      encrypted: passphrase !== undefined,
      tables: taken.tables.size,
    };
  } finally {
    await client.end();
  }
}

async function write(
  client: pg.Client,
  partial: string,
  passphrase: string | undefined,
  secret: string,
): Promise<Taken> {
  let taken: Taken | undefined;
  const isSealed = passphrase !== undefined;
  const rows = snapshotOf(client, isSealed ? secret : undefined, (what) => (taken = what));
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const sealed = (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> =>
    isSealed ? seal(source, passphrase) : source;
  // One that was cut short is written anew: only one backup is made at a time.
  const target = createWriteStream(partial, { mode: 0o600, flush: true });
  try {
    await pipeline(rows, zstd, withTrailer, sealed, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error instanceof Error && 'syscall' in error ? notWritten(partial, error) : error;
  }
  if (!taken) throw new Error('the archive has no end');
  return taken;
}

/** The disk is full, or the folder is not ours. */
function notWritten(partial: string, error: Error): CannotStart {
  return new CannotStart(
    `The backup could not be written to ${dirname(partial)}, and nothing of it remains: ${error.message}. Backups that are there stay as they are.`,
    { cause: error },
  );
}

/** Also after a power cut the name leads to all of it. */
async function publish(partial: string, file: string): Promise<void> {
  await rename(partial, file);
  // Windows has no way to flush a folder.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function oneAtATime(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_lock($1) as free',
    [LOCK],
  );
  if (!rows[0]?.free)
    throw new CannotStart('A backup is being made already. Wait until it is done.');
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
