import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CannotStart } from '../../cannot-start.ts';
import { pack, unpack, type Bundle } from './bundle.ts';
import { seal, unseal } from './sealed.ts';

/** Throws `CannotStart` when it cannot be read, or the passphrase is wrong. */
export function readBundle(file: string, passphrase: string): Bundle {
  let sealed: Buffer;
  try {
    sealed = readFileSync(file);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The settings bundle cannot be read: ${said}.`, { cause: error });
  }
  return unpack(unseal(sealed, passphrase));
}

/** @param cost see `seal`; for tests alone */
export function writeBundle(file: string, bundle: Bundle, passphrase: string, cost?: number): void {
  writePrivately(file, seal(pack(bundle), passphrase, cost));
}

/** Whole or not at all, and for its owner alone from the first moment. */
export function writePrivately(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, content, { mode: 0o600, flag: 'wx' });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, file);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`${file} cannot be written: ${said}.`, { cause: error });
  }
}
