import { inflateRawSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { packedFrame } from './packed.ts';

/** What a browser makes of the frame: RFC 7692, 7.2.2. */
function unpacked(frame: Buffer): string {
  const short = frame[1] ?? 0;
  const [at, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, frame.readUInt16BE(2)]
        : [10, Number(frame.readBigUInt64BE(2))];
  const payload = frame.subarray(at);
  expect(payload).toHaveLength(length);
  return inflateRawSync(Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]), {
    finishFlush: constants.Z_SYNC_FLUSH,
  }).toString();
}

/** Text that hardly compresses, of more than `length` bytes. */
const noise = (length: number): string => {
  let text = '';
  for (let i = 1; text.length < length; i++) text += Math.sin(i).toString(36).slice(2);
  return text;
};

test('a packed frame says the same as its pieces one behind the other', () => {
  for (const [middle, end] of [
    ['x', ',"ö":1}'],
    ['Ü'.repeat(9_000), ''],
    [noise(300_000), 'ä'.repeat(1_023)],
    [noise(10_000), noise(100_000)],
  ] as const) {
    const shared = { text: middle, plain: null, packed: null };
    const frame = Buffer.concat(packedFrame('{"a":', shared, end));
    expect(frame[0]).toBe(0xc1);
    expect(unpacked(frame)).toBe(`{"a":${middle}${end}`);
  }
});

test('what many get is packed once', () => {
  const shared = { text: noise(10_000), plain: null, packed: null as Uint8Array | null };
  packedFrame('a', shared, 'b');
  const kept = shared.packed;
  expect(unpacked(Buffer.concat(packedFrame('c', shared, 'd')))).toBe(`c${shared.text}d`);
  expect(shared.packed).toBe(kept);
});
