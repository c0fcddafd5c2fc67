import { readFileSync } from 'node:fs';
import type { Listening } from '../../faults/rig/nginx.ts';

const ESTABLISHED = '01';

/** How many connections people have to this address, as `ss` counts them. */
export function openConnections({ address, port }: Listening): number {
  const bytes = address.split('.').map(Number).toReversed();
  const local = [...bytes, port >> 8, port & 255].map((byte) =>
    byte.toString(16).padStart(2, '0').toUpperCase(),
  );
  const place = `${local.slice(0, 4).join('')}:${local.slice(4).join('')}`;
  const rows = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, from, , state]) => from === place && state === ESTABLISHED).length;
}
