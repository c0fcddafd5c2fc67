import { readFileSync } from 'node:fs';
import { CannotStart } from '../cannot-start.ts';

/** The first line of a file. */
export function passphraseIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The passphrase cannot be read: ${said}.`, { cause: error });
  }
}
