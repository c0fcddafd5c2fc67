import { createHash } from 'node:crypto';
import { damaged } from '../sealed/damaged.ts';

/** A frame that programs for Zstandard skip: its magic number and its length, both little-endian. */
const FRAME = Buffer.from('502a4d1820000000', 'hex');
const LENGTH = FRAME.length + 32;

/** Passes everything on, and the SHA-256 of it behind it. */
export async function* withTrailer(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  for await (const piece of source) {
    sum.update(piece);
    yield piece;
  }
  yield Buffer.concat([FRAME, sum.digest()]);
}

/**
 * Passes on what stands before the SHA-256; throws at the end when it is not that of what came.
 * @param name of the file, for the message
 */
export async function* withoutTrailer(
  source: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  let held = Buffer.alloc(0);
  for await (const piece of source) {
    const all = Buffer.concat([held, piece]);
    const end = Math.max(0, all.length - LENGTH);
    held = all.subarray(end);
    if (end === 0) continue;
    sum.update(all.subarray(0, end));
    yield all.subarray(0, end);
  }
  if (!held.equals(Buffer.concat([FRAME, sum.digest()]))) {
    throw damaged(name);
  }
}
