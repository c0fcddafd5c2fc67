import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotStart } from '../../cannot-start.ts';
import { HEADER } from './header.ts';
import { seal, unseal } from './sealed.ts';

const PASSPHRASE = 'three quiet green owls';
/** The least that is opened, as hundreds of them are. */
const QUICK = 10;
const PIECE = 64 * 1024 + 16;
const WHOLE = 'it is damaged';
const OTHER = 'The passphrase is not the one with which it was sealed';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) {
    yield Buffer.from(bytes.subarray(from, from + size));
  }
}

const all = async (source: AsyncIterable<Buffer>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(source));
const sealed = (bytes: Buffer, passphrase = PASSPHRASE) =>
  all(seal(pieces(bytes, 50_000), passphrase, QUICK));
const unsealed = (bytes: Uint8Array, passphrase = PASSPHRASE) =>
  all(unseal(pieces(bytes, 7_001), passphrase, 'it'));

/** A sentence for people, and nothing of the content. */
async function expectRefused(file: Uint8Array, reason: string, passphrase?: string): Promise<void> {
  const error: unknown = await unsealed(file, passphrase).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CannotStart);
  expect(String(error)).toContain(reason);
  expect(String(error)).not.toContain('never be seen');
}

const CONTENT = Buffer.from('RONDO_SECRET=this must never be seen');
const SEALED = await sealed(CONTENT);

/** Changed on purpose: the header's checksum is made right. */
function withChecksum(file: Buffer): Buffer {
  const checksum = createHash('sha256')
    .update(file.subarray(0, HEADER - 8))
    .digest();
  return Buffer.concat([
    file.subarray(0, HEADER - 8),
    checksum.subarray(0, 8),
    file.subarray(HEADER),
  ]);
}

describe('what is sealed', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('%i bytes come back', async (size) => {
    const bytes = randomBytes(size);
    const closed = await sealed(bytes);
    expect((await unsealed(closed)).equals(bytes)).toBe(true);
    if (size > 100) expect(closed.includes(bytes.subarray(0, 32))).toBe(false);
  });

  it('opens with its passphrase, however it was typed', async () => {
    const typed = await sealed(CONTENT, 'zwölf grüne Eulen');
    expect(await unsealed(typed, 'zwölf grüne Eulen'.normalize('NFD'))).toEqual(CONTENT);
  });

  it('has nothing in common with another file of the same content and passphrase but how it begins', async () => {
    const other = await sealed(CONTENT);
    for (let at = 19; at + 8 <= other.length; at++) {
      expect(SEALED.includes(other.subarray(at, at + 8)), `byte ${at}`).toBe(false);
    }
  });

  it('opens with no other passphrase, and that is told from a damaged file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string().filter((other) => other.normalize('NFC') !== PASSPHRASE),
        (other) => expectRefused(SEALED, OTHER, other),
      ),
      { numRuns: 50 },
    );
  });

  it('is refused with any byte changed', async () => {
    const changes = fc.tuple(fc.nat(SEALED.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(changes, async ([at, by]) => {
        const wrong = Buffer.from(SEALED);
        wrong[at]! ^= by;
        await expectRefused(wrong, WHOLE);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with a header that was changed on purpose', async () => {
    // The cost is looked at below.
    const changes = fc.tuple(
      fc.integer({ min: 19, max: HEADER - 9 }),
      fc.integer({ min: 1, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(changes, async ([at, by]) => {
        const wrong = Buffer.from(SEALED);
        wrong[at]! ^= by;
        await expectRefused(withChecksum(wrong), OTHER);
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 9, 21, 31, 255])(
    'is refused before a header that asks for 2^%i of scrypt is obeyed',
    async (log2N) => {
      const wrong = Buffer.from(SEALED);
      wrong[16] = log2N;
      await expectRefused(withChecksum(wrong), WHOLE);
    },
  );

  it('is refused when it ends early, or is something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SEALED.length - 1), (end) =>
        expectRefused(SEALED.subarray(0, end), WHOLE),
      ),
      { numRuns: 100 },
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array(), (bytes) => expectRefused(bytes, WHOLE)));
  });

  it('is refused when it ends after a piece, goes on, or its pieces were moved', async () => {
    const closed = await sealed(randomBytes(200_000));
    const piece = (number: number): Buffer =>
      closed.subarray(HEADER + number * PIECE, HEADER + (number + 1) * PIECE);
    const header = closed.subarray(0, HEADER);
    const wrong = [
      header,
      closed.subarray(0, HEADER + PIECE),
      closed.subarray(0, HEADER + 2 * PIECE),
      Buffer.concat([closed, Buffer.alloc(1)]),
      Buffer.concat([header, piece(1), piece(0), closed.subarray(HEADER + 2 * PIECE)]),
      Buffer.concat([header, piece(0), closed.subarray(HEADER + 2 * PIECE)]),
    ];
    for (const each of wrong) await expectRefused(each, WHOLE);
  });
});
