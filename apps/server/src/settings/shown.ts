import { createHash } from 'node:crypto';

/** A value as it may be shown: of a secret, only whether two are the same. */
export function shown({ value, secret }: { value: string; secret: boolean }): string {
  if (value === '') return '(not set)';
  return secret ? `(secret, fingerprint ${fingerprint(value)})` : value;
}

/** Short on purpose: enough to tell two secrets apart, too little to search for a weak one with. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 4);
}

/** Columns for a terminal. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
