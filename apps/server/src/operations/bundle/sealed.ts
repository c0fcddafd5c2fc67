import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';
import { CannotStart } from '../../cannot-start.ts';

// The format is described in docs/settings-bundle.md; what is written there has to stay readable.

const FIRST_LINE = 'Rondo settings bundle 1\n';
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const CHECKSUM = 32;
const HEADER = FIRST_LINE.length + 1 + SALT + NONCE;

/** scrypt with N = 2^17, r = 8, p = 1: 128 MiB and some 0.4 s for each guess at a passphrase. */
const COST = 17;
/** More would take the memory of the machine that opens it: nobody but us writes it. */
const [LEAST_COST, MOST_COST] = [14, 20];

/** @param cost the binary logarithm of scrypt's N, 14 to 20; fewer for tests alone */
export function seal(content: Uint8Array, passphrase: string, cost = COST): Buffer {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const header = Buffer.concat([Buffer.from(FIRST_LINE), Buffer.of(cost), salt, nonce]);
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt, cost), nonce);
  cipher.setAAD(header);
  const sealed = Buffer.concat([header, cipher.update(content), cipher.final()]);
  const whole = Buffer.concat([sealed, cipher.getAuthTag()]);
  return Buffer.concat([whole, checksumOf(whole)]);
}

/** Throws `CannotStart` that tells a damaged file from a wrong passphrase. */
export function unseal(file: Uint8Array, passphrase: string): Buffer {
  const bytes = Buffer.from(file);
  const whole = bytes.subarray(0, -CHECKSUM);
  if (bytes.length > CHECKSUM && isSame(checksumOf(whole), bytes.subarray(-CHECKSUM))) {
    return opened(whole, passphrase);
  }
  throw new CannotStart(
    bytes.toString('latin1', 0, FIRST_LINE.length) === FIRST_LINE
      ? 'The settings bundle is damaged or not complete: copy it once more, or export it anew.'
      : 'This is no settings bundle that this release can read: `rondo settings export <file>` makes one.',
  );
}

function opened(whole: Buffer, passphrase: string): Buffer {
  const header = whole.subarray(0, HEADER);
  const cost = header[FIRST_LINE.length] ?? 0;
  const isOurs = header.toString('latin1', 0, FIRST_LINE.length) === FIRST_LINE;
  if (!isOurs || cost < LEAST_COST || cost > MOST_COST || whole.length < HEADER + TAG) {
    throw new CannotStart('This is no settings bundle that this release can read.');
  }
  const salt = header.subarray(-SALT - NONCE, -NONCE);
  const nonce = header.subarray(-NONCE);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt, cost), nonce);
  decipher.setAAD(header);
  decipher.setAuthTag(whole.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(whole.subarray(HEADER, -TAG)), decipher.final()]);
  } catch (error) {
    throw new CannotStart(
      'The passphrase is not the one with which the settings bundle was exported.',
      { cause: error },
    );
  }
}

function keyOf(passphrase: string, salt: Buffer, cost: number): Buffer {
  const N = 2 ** cost;
  // What scrypt needs is 128 × N × r bytes, and Node.js allows a quarter of that unless told.
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r: 8, p: 1, maxmem: 1100 * N });
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
