/** Windows programs still save tables in it. */
const OLD_WINDOWS = 'windows-1252';

/** The text of a file, by its byte order mark; without one UTF-8, and what is none as old Windows programs write. */
export function decode(bytes: Buffer): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return told('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return told('utf-16be', bytes);
  if (a === 0xef && b === 0xbb && c === 0xbf) return told('utf-8', bytes);
  // Without a mark: every second byte of Latin letters is zero.
  if (bytes.length >= 4 && b === 0 && bytes[3] === 0) return told('utf-16le', bytes);
  if (bytes.length >= 4 && a === 0 && bytes[2] === 0) return told('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return told(OLD_WINDOWS, bytes);
  }
}

const told = (encoding: string, bytes: Buffer): string => new TextDecoder(encoding).decode(bytes);
