import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';

/** PostgreSQL refuses to run as root, so as root it runs as nobody. */
const NOBODY = 65_534;

export interface OrdinaryUser {
  /** To whom the folders of PostgreSQL have to belong; undefined: to us, as we are. */
  readonly owner: number | undefined;
  /** How to start a program as that user. */
  readonly command: (
    program: string,
    args: readonly string[],
  ) => { program: string; args: string[]; options: { uid?: number; gid?: number } };
}

/**
 * As whom PostgreSQL runs. As root: as nobody; and where nobody may not enter the folders on the way
 * (`/root`, `mktemp -d`), with the one capability that lets it.
 * @param places what the user has to reach
 */
export function ordinaryUser(places: readonly string[]): OrdinaryUser {
  if (process.getuid?.() !== 0) {
    return {
      owner: undefined,
      command: (program, args) => ({ program, args: [...args], options: {} }),
    };
  }
  const closed = places.flatMap(foldersAbove).find((folder) => !isOpenToAll(folder));
  if (closed === undefined) {
    return {
      owner: NOBODY,
      command: (program, args) => ({
        program,
        args: [...args],
        options: { uid: NOBODY, gid: NOBODY },
      }),
    };
  }
  const capability = capabilityToEnter();
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (capability === undefined || setpriv === undefined) {
    throw new CannotStart(
      `PostgreSQL cannot run as root, and nobody else may enter ${closed}. Start Rondo as an ordinary user, or move it (and RONDO_DATA) to a folder that everybody may enter, such as /opt/rondo.`,
    );
  }
  return {
    owner: NOBODY,
    command: (program, args) => ({
      program: setpriv,
      args: [
        `--reuid=${NOBODY}`,
        `--regid=${NOBODY}`,
        '--clear-groups',
        `--inh-caps=+${capability}`,
        `--ambient-caps=+${capability}`,
        // Without it access(2) ignores the capability, and initdb asks access(2).
        '--securebits=+no_setuid_fixup',
        program,
        ...args,
      ],
      options: {},
    }),
  };
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

function isOpenToAll(folder: string): boolean {
  return !existsSync(folder) || (statSync(folder).mode & 0o001) !== 0;
}

/** Containers often keep `dac_override` where they drop `dac_read_search`; the smaller one first. */
function capabilityToEnter(): string | undefined {
  const status = readFileSync('/proc/self/status', 'utf8');
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  if (held & (1n << 2n)) return 'dac_read_search';
  if (held & (1n << 1n)) return 'dac_override';
  return undefined;
}
