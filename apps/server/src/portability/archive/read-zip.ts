import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fault } from '../fault.ts';

/** The most entries of an archive; an organization with 1,000 teams has some 100,000. */
const MOST_ENTRIES = 400_000;
/** The most bytes of one file in it that is read, when it is unpacked. */
const LARGEST_ENTRY = 64 * 1024 * 1024;
/** The most bytes that all of it says to be, unpacked: more is a trap. */
const LARGEST_UNPACKED = 8 * 1024 * 1024 * 1024;

/** An archive whose files are read by name. Nothing in it is ever unpacked to the disk. */
export interface Archive {
  readonly paths: ReadonlySet<string>;
  /** A JSON file of it, parsed. Throws `broken` with its path where there is none, or no JSON. */
  readonly json: (path: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Opens an archive that comes as a stream: its directory is at its end, so it waits in a file until it is closed. */
export async function openArchive(content: Readable): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-import-'));
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'archive.zip');
    await pipeline(content, createWriteStream(file));
    return await readDirectory(file, clear);
  } catch (error) {
    await clear();
    throw error;
  }
}

async function readDirectory(file: string, clear: () => Promise<void>): Promise<Archive> {
  // Names with `..`, drives or a root, and sizes that do not agree, are refused by the library.
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true }).catch(() => {
    throw fault('no-archive');
  });
  const close = async (): Promise<void> => {
    zip.close();
    await clear();
  };
  try {
    const entries = await listed(zip);
    return {
      paths: new Set(entries.keys()),
      json: async (path) => {
        const entry = entries.get(path);
        if (!entry) throw fault('broken', `${path}: missing`);
        return parsed(path, await textOf(zip, path, entry));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw fault('too-large');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      unpacked += entry.uncompressedSize;
      if (unpacked > LARGEST_UNPACKED) throw fault('too-large');
      if (entries.has(entry.fileName)) throw fault('broken', `${entry.fileName}: twice`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'Fault') throw error;
    throw fault('no-archive');
  }
  return entries;
}

async function textOf(zip: ZipFile, path: string, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > LARGEST_ENTRY) throw fault('too-large', path);
  if (!entry.canDecodeFileData()) throw fault('broken', `${path}: encrypted`);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    // The library ends it with an error when there is more than the directory says.
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw fault('broken', `${path}: damaged`);
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw fault('broken', `${path}: not JSON`);
  }
}
