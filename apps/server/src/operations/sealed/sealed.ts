import { createCipheriv, createDecipheriv } from 'node:crypto';
import { damaged } from './damaged.ts';
import { HEADER, keyFor, newSealing, USUAL_LOG2N } from './header.ts';

// AES-256-GCM in pieces, so that a file of any size is read and written in little memory, and nothing
// of it is believed before it was checked. A piece's nonce is its number and whether it is the last
// one: pieces cannot be left out, swapped or cut off. Each file has a key of its own.
// docs/sealed-files.md describes it; what is written there has to stay readable.

const PIECE = 64 * 1024;
const TAG = 16;

/** @param log2N of scrypt; less for tests alone */
export async function* seal(
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
  passphrase: string,
  log2N = USUAL_LOG2N,
): AsyncGenerator<Buffer> {
  const { header, key } = await newSealing(passphrase, log2N);
  yield header;
  for await (const { piece, number, isLast } of inPieces(source, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast)).setAAD(header);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Throws `CannotStart` that tells a damaged file from a wrong passphrase.
 * @param name of the file, for the message
 * @param keys of files that are read again: making one takes half a second
 */
export async function* unseal(
  source: AsyncIterable<Buffer>,
  passphrase: string,
  name: string,
  keys = new Map<string, Buffer>(),
): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let begin = Buffer.alloc(0);
  while (begin.length < HEADER) {
    const { value, done } = await pieces.next();
    if (done) throw damaged(name);
    begin = Buffer.concat([begin, value]);
  }
  const header = begin.subarray(0, HEADER);
  const known = header.toString('latin1');
  const key = keys.get(known) ?? (await keyFor(header, passphrase, name));
  keys.set(known, key);
  const following = async function* (): AsyncGenerator<Buffer> {
    yield begin.subarray(HEADER);
    for await (const piece of { [Symbol.asyncIterator]: () => pieces }) yield piece;
  };
  for await (const { piece, number, isLast } of inPieces(following(), PIECE + TAG)) {
    if (piece.length < TAG) throw damaged(name);
    const end = piece.length - TAG;
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, isLast));
    decipher.setAAD(header).setAuthTag(piece.subarray(end));
    const plain = decipher.update(piece.subarray(0, end));
    try {
      decipher.final();
    } catch (error) {
      throw damaged(name, error);
    }
    yield plain;
  }
}

function nonce(number: number, isLast: boolean): Buffer {
  const made = Buffer.alloc(12);
  made.writeUIntBE(number, 5, 6);
  made[11] = isLast ? 1 : 0;
  return made;
}

/** Cuts what comes into pieces of one size; the last one, which may be empty, is shorter or as long. */
async function* inPieces(
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
  size: number,
): AsyncGenerator<{ piece: Buffer; number: number; isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const more of source) {
    held = held.length === 0 ? more : Buffer.concat([held, more]);
    let from = 0;
    for (; held.length - from > size; from += size) {
      yield { piece: held.subarray(from, from + size), number: number++, isLast: false };
    }
    held = held.subarray(from);
  }
  yield { piece: held, number, isLast: true };
}
