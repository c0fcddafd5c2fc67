import { hash } from 'node:crypto';

/** What a table held: enough to tell whether another one holds the same rows. */
export interface RowDigest {
  readonly rows: number;
  readonly bytes: number;
  /** The SHA-256 of every row, added up modulo 2^256, as hex: their order does not matter. */
  readonly digest: string;
}

const NEWLINE = 10;
const MODULUS = 1n << 256n;

/** Takes what COPY gives in its text format, where one line is one row, in pieces of any size. */
export function digestingRows(): { add: (piece: Buffer) => void; result: () => RowDigest } {
  let rest: Buffer[] = [];
  let rows = 0;
  let bytes = 0;
  let sum = 0n;

  const count = (row: Buffer): void => {
    rows += 1;
    sum = (sum + BigInt(`0x${hash('sha256', row, 'hex')}`)) % MODULUS;
  };

  return {
    add: (piece) => {
      bytes += piece.length;
      let from = 0;
      for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, from)) {
        const row = piece.subarray(from, end);
        count(rest.length === 0 ? row : Buffer.concat([...rest, row]));
        rest = [];
        from = end + 1;
      }
      // Copied: whoever gave the piece may use its memory again.
      if (from < piece.length) rest.push(Buffer.from(piece.subarray(from)));
    },
    result: () => {
      if (rest.length > 0) throw new Error('the last row has no end');
      return { rows, bytes, digest: sum.toString(16).padStart(64, '0') };
    },
  };
}

export function isSameRows(one: RowDigest, other: RowDigest): boolean {
  return one.rows === other.rows && one.digest === other.digest;
}
