import { readFileSync, writeFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';

/** The entry of the public name: a file, which everybody reads anew for every connection. */
export interface Dns {
  readonly name: string;
  readonly leadsTo: () => string;
  readonly move: (address: string) => void;
  /** How clients look the name up. */
  readonly lookup: LookupFunction;
}

export function dnsEntry(name: string, folder: string, address: string): Dns {
  const file = join(folder, 'dns');
  const move = (to: string): void => writeFileSync(file, `${name} ${to}\n`);
  const leadsTo = (): string => readFileSync(file, 'utf8').trim().split(' ')[1] ?? '';
  move(address);
  return {
    name,
    leadsTo,
    move,
    lookup: (_name, { all }, done) => {
      const found = leadsTo();
      if (all) done(null, [{ address: found, family: 4 }]);
      else done(null, found, 4);
    },
  };
}
