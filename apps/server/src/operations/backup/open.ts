import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import * as z from 'zod';
import { CannotStart } from '../../cannot-start.ts';
import { isSealed } from '../sealed/header.ts';
import { unseal } from '../sealed/sealed.ts';
import { CHECKSUMS, Checksums, CONTENTS, Contents, FORMAT, Secret, SECRET } from './contents.ts';
import { tarFiles, type TarFile } from './tar.ts';
import { withoutTrailer } from './trailer.ts';

/** A backup of which every byte was checked. */
export interface Backup {
  readonly contents: Contents;
  readonly checksums: Checksums;
  /** What session cookies were signed with; undefined: the file is not sealed, and does not have it. */
  readonly secret: string | undefined;
  /** From its begin, each time. */
  readonly files: () => AsyncGenerator<TarFile>;
}

const ZSTD = Buffer.from('28b52ffd', 'hex');

/** Reads all of it once, and refuses what is damaged, not ours, or of a format that is not known. */
export async function openBackup(file: string, passphrase: string | undefined): Promise<Backup> {
  const sealed = isSealed(await beginOf(file));
  if (sealed && passphrase === undefined) {
    throw new CannotStart(`${file} is sealed: name its passphrase with --passphrase-file.`);
  }
  const keys = new Map<string, Buffer>();
  const whole = (): AsyncGenerator<Buffer> => {
    const raw: AsyncIterable<Buffer> = createReadStream(file);
    const opened = sealed && passphrase !== undefined ? unseal(raw, passphrase, file, keys) : raw;
    return withoutTrailer(opened, file);
  };
  await readAll(whole(), file);
  const files = (): AsyncGenerator<TarFile> =>
    // Whoever reads the stream is told of what goes wrong.
    tarFiles(pipeline(whole(), createZstdDecompress(), () => undefined));

  let contents: Contents | undefined;
  let checksums: Checksums | undefined;
  let secret: string | undefined;
  for await (const { name, body } of files()) {
    if (name === CONTENTS) contents = contentsIn(body, file);
    if (name === CHECKSUMS) checksums = Checksums.parse(JSON.parse(body.toString()));
    if (name === SECRET) ({ secret } = Secret.parse(JSON.parse(body.toString())));
  }
  if (!contents || !checksums) throw new CannotStart(`${file} is not a whole backup of Rondo.`);
  return { contents, checksums, secret, files };
}

/** Reads to the end, where it is known whether it was as it should be. */
async function readAll(source: AsyncIterable<Buffer>, file: string): Promise<void> {
  let isFirst = true;
  for await (const piece of source) {
    if (isFirst && !piece.subarray(0, ZSTD.length).equals(ZSTD)) {
      throw new CannotStart(`${file} is not a backup of Rondo, or its begin is damaged.`);
    }
    isFirst = false;
  }
}

async function beginOf(file: string): Promise<Buffer> {
  const begin = Buffer.alloc(64);
  const handle = await open(file).catch((error: unknown) => {
    throw new CannotStart(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  });
  try {
    if ((await handle.stat()).isDirectory()) {
      throw new CannotStart(`${file} is a folder: name a backup in it.`);
    }
    await handle.read(begin);
  } finally {
    await handle.close();
  }
  return begin;
}

function contentsIn(body: Buffer, file: string): Contents {
  const json: unknown = JSON.parse(body.toString());
  const { format } = z.object({ format: z.number() }).parse(json);
  if (format !== FORMAT) {
    throw new CannotStart(
      `${file} has the format ${format}, which this release does not know. Use the release of Rondo that made it, or a newer one.`,
    );
  }
  return Contents.parse(json);
}
