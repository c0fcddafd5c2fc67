import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { CannotStart } from '../../cannot-start.ts';

// AES-256-GCM in pieces, so that a file of any size is read and written in little memory, and nothing
// of it is believed before it was checked. A piece's nonce is its number and whether it is the last
// one: pieces cannot be left out, swapped or cut off. Each file has a key of its own.

const MAGIC = Buffer.from('rondo-sealed-1\n\0', 'latin1');
const SALT = 16;
const HEADER = MAGIC.length + 3 + SALT;
const PIECE = 64 * 1024;
const TAG = 16;

/** For scrypt: 128 MB and about half a second for each guess. */
const COST = { log2N: 17, r: 8, p: 1 };

/** Shorter ones can be guessed. */
const SHORTEST = 12;

export function needLength(passphrase: string): string {
  if (passphrase.length >= SHORTEST) return passphrase;
  throw new CannotStart(
    `The passphrase has to have at least ${SHORTEST} characters; \`openssl rand -base64 24\` makes one.`,
  );
}

/** @param begin the first bytes of a file */
export function isSealed(begin: Buffer): boolean {
  return begin.subarray(0, MAGIC.length).equals(MAGIC);
}

/** @param cost less for tests alone */
export async function* seal(
  source: AsyncIterable<Buffer>,
  passphrase: string,
  cost = COST,
): AsyncGenerator<Buffer> {
  const { log2N, r, p } = cost;
  const header = Buffer.concat([MAGIC, Buffer.from([log2N, r, p]), randomBytes(SALT)]);
  const key = await keyOf(passphrase, header);
  const one = (plain: Buffer, number: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast)).setAAD(header);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  yield header;
  for await (const { piece, number, isLast } of inPieces(source, PIECE)) {
    yield one(piece, number, isLast);
  }
}

/**
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
    if (done) throw damaged(name, false);
    begin = Buffer.concat([begin, value]);
  }
  const header = begin.subarray(0, HEADER);
  const known = header.toString('latin1');
  const key = keys.get(known) ?? (await keyOf(passphrase, header, name));
  keys.set(known, key);
  const following = async function* (): AsyncGenerator<Buffer> {
    yield begin.subarray(HEADER);
    for await (const piece of { [Symbol.asyncIterator]: () => pieces }) yield piece;
  };
  for await (const { piece, number, isLast } of inPieces(following(), PIECE + TAG)) {
    if (piece.length < TAG) throw damaged(name, false);
    const end = piece.length - TAG;
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, isLast));
    decipher.setAAD(header).setAuthTag(piece.subarray(end));
    const plain = decipher.update(piece.subarray(0, end));
    try {
      decipher.final();
    } catch (error) {
      throw damaged(name, number === 0, error);
    }
    yield plain;
  }
}

function keyOf(passphrase: string, header: Buffer, name = ''): Promise<Buffer> {
  const [log2N = 0, r = 0, p = 0] = header.subarray(MAGIC.length);
  if (log2N < 10 || log2N > 20 || r !== COST.r || p !== COST.p) throw damaged(name, false);
  const salt = header.subarray(HEADER - SALT);
  return new Promise((resolve, reject) => {
    const cost = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
    scrypt(passphrase.normalize('NFC'), salt, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function nonce(number: number, isLast: boolean): Buffer {
  const made = Buffer.alloc(12);
  made.writeUIntBE(number, 5, 6);
  made[11] = isLast ? 1 : 0;
  return made;
}

function damaged(name: string, isFirst: boolean, cause?: unknown): CannotStart {
  const reason = isFirst
    ? `${name} cannot be opened: the passphrase is another one, or the file is damaged.`
    : `${name} is damaged: it is not as it was written, or its end is missing. Take another backup, or copy it again from where it came.`;
  return new CannotStart(reason, { cause });
}

/** Cuts what comes into pieces of one size; the last one, which may be empty, is shorter or as long. */
async function* inPieces(
  source: AsyncIterable<Buffer>,
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
