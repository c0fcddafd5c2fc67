import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';
import type { Settings } from './list.ts';

const Secrets = z.object({ secret: z.string().min(32) });

/**
 * What session cookies are signed with: `RONDO_SECRET`, else what the first start has put into
 * `secrets.json` in the data folder, readable by its owner alone.
 */
export function secretOf({ secret, dataFolder }: Settings): string {
  if (secret) return secret;
  return inFile(dataFolder, (file) => read(file) ?? make(file, dataFolder)).secret;
}

/** What a start has put into `secrets.json` of a data folder; nothing: no start did so far. */
export function generatedSecret(dataFolder: string): string | undefined {
  return inFile(dataFolder, read)?.secret;
}

/** Puts the secret of another server there, for a folder that has none. */
export function keepSecret(dataFolder: string, secret: string): void {
  inFile(dataFolder, (file) => write(file, dataFolder, { secret }));
}

/** Takes away the one that is there; who is signed in through it has to sign in again. */
export function forgetSecret(dataFolder: string): void {
  inFile(dataFolder, (file) => rmSync(file, { force: true }));
}

function inFile<T>(dataFolder: string, work: (file: string) => T): T {
  const file = join(dataFolder, 'secrets.json');
  try {
    return work(file);
  } catch (error) {
    throw error instanceof CannotStart ? error : unusable(file, dataFolder, error);
  }
}

function unusable(file: string, folder: string, error: unknown): CannotStart {
  const said = error instanceof Error ? error.message : String(error);
  const reason =
    codeOf(error) === 'EEXIST' && existsSync(file)
      ? `Another start has just made ${file}. Start again.`
      : `Rondo may not write to ${folder}, or not read what is there (${said}). Set RONDO_DATA to a folder that belongs to you, or start as the user to whom it belongs.`;
  return new CannotStart(reason, { cause: error });
}

function read(file: string): z.infer<typeof Secrets> | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  try {
    const secrets = Secrets.parse(JSON.parse(text));
    chmodSync(file, 0o600);
    return secrets;
  } catch (error) {
    throw new CannotStart(
      `${file} is damaged. Put back the one from your backup; or delete it, and everybody has to sign in again.`,
      { cause: error },
    );
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function make(file: string, folder: string): z.infer<typeof Secrets> {
  const secrets = { secret: randomBytes(32).toString('base64url') };
  write(file, folder, secrets);
  return secrets;
}

function write(file: string, folder: string, secrets: z.infer<typeof Secrets>): void {
  mkdirSync(folder, { recursive: true });
  // `wx`: of two servers that start at once, one makes it and the other fails instead of differing.
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}
