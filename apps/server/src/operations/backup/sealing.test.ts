import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealing.ts';

const PASSPHRASE = 'three ducks in a row';
const QUICK = { log2N: 10, r: 8, p: 1 };
const PIECE = 64 * 1024 + 16;
const HEADER = 16 + 3 + 16;

async function* pieces(bytes: Buffer, size = 50_000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const all = async (source: AsyncIterable<Buffer>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(source));
const sealed = (bytes: Buffer) => all(seal(pieces(bytes), PASSPHRASE, QUICK));
const unsealed = (bytes: Buffer, passphrase = PASSPHRASE) =>
  all(unseal(pieces(bytes, 7_001), passphrase, 'it'));

describe('what is sealed', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('%i bytes come back', async (size) => {
    const bytes = randomBytes(size);
    const closed = await sealed(bytes);
    expect((await unsealed(closed)).equals(bytes)).toBe(true);
    if (size > 100) expect(closed.includes(bytes.subarray(0, 32))).toBe(false);
  });

  it('opens with its own passphrase alone', async () => {
    const closed = await sealed(randomBytes(10));
    await expect(unsealed(closed, 'three ducks in a roW')).rejects.toThrow(
      'the passphrase is another one',
    );
  });

  it('is refused with any byte changed', async () => {
    const closed = await sealed(randomBytes(300));
    // What is no sealed file at all is told by its first bytes, before.
    for (let at = 16; at < closed.length; at++) {
      const changed = Buffer.from(closed);
      changed[at]! ^= 1 << (at % 8);
      await expect(unsealed(changed), `byte ${at}`).rejects.toThrow(/it cannot be opened|damaged/);
    }
  });

  it('is refused when it ends too early, goes on, or its pieces were moved', async () => {
    const closed = await sealed(randomBytes(200_000));
    const piece = (number: number): Buffer =>
      closed.subarray(HEADER + number * PIECE, HEADER + (number + 1) * PIECE);
    const header = closed.subarray(0, HEADER);
    const wrong = [
      closed.subarray(0, 10),
      header,
      closed.subarray(0, HEADER + PIECE),
      closed.subarray(0, HEADER + 2 * PIECE),
      closed.subarray(0, closed.length - 1),
      Buffer.concat([closed, Buffer.alloc(1)]),
      Buffer.concat([header, piece(1), piece(0), closed.subarray(HEADER + 2 * PIECE)]),
      Buffer.concat([header, piece(0), closed.subarray(HEADER + 2 * PIECE)]),
    ];
    for (const [i, each] of wrong.entries()) {
      await expect(unsealed(each), `case ${i}`).rejects.toThrow(/it cannot be opened|damaged/);
    }
  });
});
