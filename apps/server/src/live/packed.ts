import { constants, deflateRawSync } from 'node:zlib';
import type { Shared } from '@rondo/live/room';
import { headOf } from './frame.ts';

/** A final text frame whose payload is compressed (RFC 7692: the first reserved bit). */
const PACKED_TEXT = 0xc1;
/** What a flush ends with; the extension leaves it out at the end of a message. */
const FLUSH_END = 4;
/** A piece below this costs more to compress than to send, bytes. */
const WORTH_PACKING = 2_048;

/**
 * Raw deflate that ends on a whole byte and refers to nothing before it: such pieces may be put one
 * behind the other and are one stream.
 */
const pack = (text: string): Buffer =>
  deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });

/** RFC 1951, 3.2.4: the text as it is, in the midst of what is compressed, and an empty flush behind it. */
function asItIs(text: string, length: number): Buffer {
  const piece = Buffer.alloc(10 + length);
  piece.writeUInt16LE(length, 1);
  piece.writeUInt16LE(0xffff - length, 3);
  piece.write(text, 5);
  piece.writeUInt16LE(0xffff, 8 + length);
  return piece;
}

function piece(text: string): Buffer {
  const length = Buffer.byteLength(text);
  return length < WORTH_PACKING ? asItIs(text, length) : pack(text);
}

/**
 * One message as a compressed WebSocket frame, in pieces to be written one behind the other. The shared
 * piece is compressed once for all who get it: a board of 400 cards costs 3 ms, which 5,000 people who
 * come back at once could not pay each.
 */
export function packedFrame(before: string, shared: Shared, after: string): Uint8Array[] {
  shared.packed ??= pack(shared.text);
  const [start, flushed] = [piece(before), piece(after)];
  const end = flushed.subarray(0, flushed.length - FLUSH_END);
  const length = start.length + shared.packed.length + end.length;
  return [Buffer.concat([headOf(PACKED_TEXT, length), start]), shared.packed, end];
}
