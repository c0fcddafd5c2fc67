import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive. */
export interface Entry {
  /** With `/`, such as `teams/analytics/tasks.json`. */
  readonly path: string;
  readonly text: string;
}

/**
 * A ZIP file of what comes, as it comes: one entry is in memory at a time, and no faster than somebody reads.
 * @param at the time that all entries carry
 */
export async function* zipOf(entries: AsyncIterable<Entry>, at: Date): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  // The library makes a PassThrough, and says less of it.
  const out = zip.outputStream as PassThrough;
  const fail = (error: unknown): void => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  fill(zip, entries, at).catch(fail);
  // A stream without an encoding gives buffers.
  for await (const chunk of out) yield chunk as Buffer;
}

async function fill(zip: ZipFile, entries: AsyncIterable<Entry>, at: Date): Promise<void> {
  for await (const { path, text } of entries) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    zip.addReadStreamLazy(path, { mtime: at, mode: 0o100644 }, (give) => {
      const content = Readable.from([Buffer.from(text)], { objectMode: false });
      content.once('end', resolve);
      content.once('error', reject);
      give(null, content);
    });
    await promise;
  }
  zip.end();
}
