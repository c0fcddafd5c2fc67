import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { CannotStart } from '../../cannot-start.ts';
import { damaged } from './damaged.ts';

// What stands before the pieces. It says by itself whether it is whole, and whether a passphrase is the
// right one: so a damaged file is told from a wrong passphrase.

const MAGIC = Buffer.from('rondo-sealed-1\n\0', 'latin1');
const COST = 3;
const SALT = 16;
const KEY = 32;
const PROOF = 16;
const CHECKSUM = 8;

export const HEADER = MAGIC.length + COST + SALT + PROOF + CHECKSUM;

/** For scrypt: 128 MiB and about half a second for each guess at a passphrase. */
export const USUAL_LOG2N = 17;
const [R, P] = [8, 1];
/** More would take the memory of the machine that opens it: nobody but us writes it. */
const [LEAST_LOG2N, MOST_LOG2N] = [10, 20];

/** @param begin the first bytes of a file */
export function isSealed(begin: Buffer): boolean {
  return begin.subarray(0, MAGIC.length).equals(MAGIC);
}

export interface Sealing {
  readonly header: Buffer;
  readonly key: Buffer;
}

/** Of a new file. */
export async function newSealing(passphrase: string, log2N: number): Promise<Sealing> {
  const begin = Buffer.concat([MAGIC, Buffer.of(log2N, R, P), randomBytes(SALT)]);
  const { key, proof } = await derived(passphrase, begin);
  const proven = Buffer.concat([begin, proof]);
  return { header: Buffer.concat([proven, checksumOf(proven)]), key };
}

/** Throws `CannotStart` unless the header is whole, and the passphrase the one that made it. */
export async function keyFor(header: Buffer, passphrase: string, name: string): Promise<Buffer> {
  const proven = header.subarray(0, -CHECKSUM);
  const [log2N = 0, r, p] = header.subarray(MAGIC.length);
  const isWhole = isSealed(header) && checksumOf(proven).equals(header.subarray(-CHECKSUM));
  if (!isWhole || log2N < LEAST_LOG2N || log2N > MOST_LOG2N || r !== R || p !== P) {
    throw damaged(name);
  }
  const { key, proof } = await derived(passphrase, proven.subarray(0, -PROOF));
  if (timingSafeEqual(proof, proven.subarray(-PROOF))) return key;
  throw new CannotStart(`The passphrase is not the one with which ${name} was sealed.`);
}

/** @param begin up to the salt */
function derived(passphrase: string, begin: Buffer): Promise<{ key: Buffer; proof: Buffer }> {
  const N = 2 ** (begin[MAGIC.length] ?? 0);
  // What scrypt needs is 128 × N × r bytes, and Node.js allows a quarter of that unless told.
  const cost = { N, r: R, p: P, maxmem: 256 * N * R };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), begin.subarray(-SALT), KEY + PROOF, cost, (error, made) =>
      error ? reject(error) : resolve({ key: made.subarray(0, KEY), proof: made.subarray(KEY) }),
    );
  });
}

function checksumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, CHECKSUM);
}
