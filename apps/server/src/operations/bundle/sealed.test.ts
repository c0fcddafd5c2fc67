import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CannotStart } from '../../cannot-start.ts';
import { seal, unseal } from './sealed.ts';

/** The least that is opened, as hundreds of them are. */
const COST = 14;
const PASSPHRASE = 'three quiet green owls';
const CONTENT = Buffer.from('RONDO_SECRET=this must never be seen');
const SEALED = seal(CONTENT, PASSPHRASE, COST);

/** Nothing of the content, and a sentence for people. */
function expectRefused(file: Uint8Array, passphrase: string, sentence: RegExp): void {
  let error: unknown;
  try {
    unseal(file, passphrase);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(CannotStart);
  expect(String(error)).toMatch(sentence);
  expect(String(error)).not.toContain('never be seen');
}

it('what was sealed is opened with the passphrase, however it was typed', () => {
  expect(unseal(SEALED, PASSPHRASE)).toEqual(CONTENT);
  const typed = seal(CONTENT, 'zwölf grüne Eulen', COST);
  expect(unseal(typed, 'zwölf grüne Eulen'.normalize('NFD'))).toEqual(CONTENT);
  expect(SEALED.toString('latin1')).not.toContain('never be seen');
});

it('two files of the same content and passphrase have nothing in common beyond the first line', () => {
  const other = seal(CONTENT, PASSPHRASE, COST);
  expect(other.subarray(25, 57).equals(SEALED.subarray(25, 57))).toBe(false);
  expect(other.subarray(57, 73).equals(SEALED.subarray(57, 73))).toBe(false);
});

it('any other passphrase opens nothing, and is told from a damaged file', () => {
  fc.assert(
    fc.property(
      fc.string().filter((other) => other.normalize('NFC') !== PASSPHRASE),
      (other) => expectRefused(SEALED, other, /passphrase is not the one/),
    ),
    { numRuns: 15 },
  );
});

it('a byte that flipped, anywhere, opens nothing', () => {
  const flip = fc.tuple(fc.nat(SEALED.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(flip, ([at, by]) => {
      const wrong = Buffer.from(SEALED);
      wrong[at] = (wrong[at] ?? 0) ^ by;
      expectRefused(wrong, PASSPHRASE, /damaged or not complete|no settings bundle/);
    }),
    { numRuns: 500 },
  );
});

it('a byte that somebody changed on purpose, with the checksum made right, opens nothing', () => {
  const flip = fc.tuple(fc.nat(SEALED.length - 33), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(
      // The cost apart: some would make this test slow, and none opens the file.
      flip.filter(([at]) => at !== 24),
      ([at, by]) => {
        const wrong = Buffer.from(SEALED.subarray(0, -32));
        wrong[at] = (wrong[at] ?? 0) ^ by;
        const checksum = createHash('sha256').update(wrong).digest();
        const file = Buffer.concat([wrong, checksum]);
        expectRefused(file, PASSPHRASE, /passphrase is not the one|no settings bundle/);
      },
    ),
    { numRuns: 25 },
  );
});

it('a file that ends early, or is something else, opens nothing', () => {
  fc.assert(
    fc.property(fc.nat(SEALED.length - 1), (end) => {
      expectRefused(SEALED.subarray(0, end), PASSPHRASE, /not complete|no settings bundle/);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expectRefused(bytes, PASSPHRASE, /no settings bundle/);
    }),
  );
});

it('a header that asks for all memory of the machine is refused before it is obeyed', () => {
  const wrong = Buffer.from(SEALED.subarray(0, -32));
  wrong[24] = 31;
  const file = Buffer.concat([wrong, createHash('sha256').update(wrong).digest()]);
  expectRefused(file, PASSPHRASE, /no settings bundle/);
});
