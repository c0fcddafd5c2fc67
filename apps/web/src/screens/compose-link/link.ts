/** What a link may unfold to; a few bytes can be made to stand for gigabytes. */
const MOST_BYTES = 200_000;

/** An activity's file as it stands behind the `#` of a link, which no server on the way sees. */
export async function packed(yaml: string): Promise<string> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const [bytes] = await Promise.all([
    read(readable, Infinity),
    write(writable, new TextEncoder().encode(yaml)),
  ]);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The file in a link; null: it was cut or changed on its way. */
export async function unpacked(data: string): Promise<string | null> {
  try {
    const text = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    const { readable, writable } = new DecompressionStream('deflate-raw');
    const [bytes] = await Promise.all([
      read(readable, MOST_BYTES),
      write(
        writable,
        Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      ),
    ]);
    return new TextDecoder().decode(bytes);
  } catch {
    // Letters that are not of the alphabet, or bytes that are no deflated text.
    return null;
  }
}

async function write(
  into: WritableStream<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const writer = into.getWriter();
  await writer.write(bytes);
  await writer.close();
}

async function read(from: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const reader = from.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('unfolds to more than any activity');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
