import { expect, test } from 'vitest';
import { framed, framedAround } from './frame.ts';

/** Reads a frame as RFC 6455 says. */
function unframed(frame: Buffer): { head: number; text: string } {
  const short = (frame[1] ?? 0) & 0x7f;
  const [at, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, frame.readUInt16BE(2)]
        : [10, Number(frame.readBigUInt64BE(2))];
  expect(frame.length).toBe(at + length);
  return { head: frame[0] ?? 0, text: frame.toString('utf8', at) };
}

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  'a text of %i bytes is one frame',
  (length) => {
    const text = 'x'.repeat(length);
    expect(unframed(framed(text))).toEqual({ head: 0x81, text });
  },
);

test('length is counted in bytes, not in characters', () => {
  const text = 'größer 👩‍💻 '.repeat(20);
  expect(unframed(framed(text)).text).toBe(text);
});

test('the same text is framed once', () => {
  const text = JSON.stringify({ t: 'p', s: 1 });
  const frame = framed(text);
  expect(framed(text)).toBe(frame);
  expect(framed('another')).not.toBe(frame);
});

test.each([0, 60, 65_000, 200_000])(
  'around %i bytes that many get is one frame, and those become bytes once',
  (length) => {
    const shared = { text: 'ö'.repeat(length / 2), plain: null as Uint8Array | null, packed: null };
    const text = (pieces: readonly Uint8Array[]) => unframed(Buffer.concat(pieces)).text;
    expect(text(framedAround('{"a":"', shared, '"}'))).toBe(`{"a":"${shared.text}"}`);
    const kept = shared.plain;
    expect(text(framedAround('["', shared, '"]'))).toBe(`["${shared.text}"]`);
    expect(shared.plain).toBe(kept);
  },
);
