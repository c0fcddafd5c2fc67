import { chmodSync, createReadStream, renameSync, writeFileSync } from 'node:fs';
import { CannotStart } from '../../cannot-start.ts';
import { seal, unseal } from '../sealed/sealed.ts';
import { isPacked, pack, unpack, type Bundle } from './bundle.ts';

/** Throws `CannotStart` when it cannot be read, or the passphrase is wrong. */
export async function readBundle(file: string, passphrase: string): Promise<Bundle> {
  const content: Buffer[] = [];
  for await (const piece of unseal(bytesOf(file), passphrase, file)) {
    // Nor is a whole backup read for nothing.
    if (content.length === 0 && !isPacked(piece)) {
      throw new CannotStart(
        `${file} is sealed, and no settings bundle. What brings a backup back is \`rondo restore\`.`,
      );
    }
    content.push(piece);
  }
  return unpack(Buffer.concat(content));
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The settings bundle cannot be read: ${said}.`, { cause: error });
  }
}

/** @param log2N see `seal`; for tests alone */
export async function writeBundle(
  file: string,
  bundle: Bundle,
  passphrase: string,
  log2N?: number,
): Promise<void> {
  const sealed = await Array.fromAsync(seal([pack(bundle)], passphrase, log2N));
  writePrivately(file, Buffer.concat(sealed));
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
