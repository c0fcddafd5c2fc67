// The part of the tar format (POSIX ustar) that a backup needs: files with short names.

const BLOCK = 512;
const LONGEST_NAME = 100;
/** Larger files are not written by us, in bytes. */
const LARGEST = 256 * 1024 * 1024;

export interface TarFile {
  readonly name: string;
  readonly body: Buffer;
}

/** A file as it stands in an archive: its header, its bytes, zeros up to the next block. */
export function tarFile(name: string, body: Buffer, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`The name ${name} is too long`);
  header.write(name);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(octal(body.length), 124);
  header.write(octal(Math.floor(at.getTime() / 1000)), 136);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc(-body.length & (BLOCK - 1))]);
}

/** What stands behind the last file. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/** The files of an archive one after the other. Throws where it is none, or ends too early. */
export async function* tarFiles(source: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  const take = reader(source);
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (sumOf(header) !== Number.parseInt(textAt(header, 148, 8), 8)) {
      throw new Error('a header of the archive has another sum');
    }
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    if (!(size <= LARGEST)) throw new Error('a file of the archive is too large');
    const padded = await take(size + (-size & (BLOCK - 1)));
    yield { name: textAt(header, 0, LONGEST_NAME), body: padded.subarray(0, size) };
  }
  await take(BLOCK);
}

function octal(value: number): string {
  return `${value.toString(8).padStart(11, '0')}\0`;
}

/** Of all bytes of a header, its own place counted as blanks. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}

function textAt(header: Buffer, from: number, length: number): string {
  return header.toString('utf8', from, from + length).split('\0')[0] ?? '';
}

/** Gives exactly so many bytes each time. */
function reader(source: AsyncIterable<Buffer>): (size: number) => Promise<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  return async (size) => {
    while (length < size) {
      const { value, done } = await pieces.next();
      if (done) throw new Error('the archive ends too early');
      held.push(value);
      length += value.length;
    }
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
    held = [all.subarray(size)];
    length -= size;
    return all.subarray(0, size);
  };
}
