/** The most bytes of a line, RFC 5545 section 3.1. */
const LONGEST_LINE = 75;

/** People's words as the value of a property (section 3.3.11). */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // No other control character may be in a calendar.
    .replaceAll(/\p{Cc}/gu, ' ');

/** The lines as a file: folded to 75 bytes, never within a character. */
export const asFile = (lines: readonly string[]): string =>
  lines.map((line) => `${fold(line)}\r\n`).join('');

function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
