import { readdir } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { LiveFigures } from '../../live/live.ts';

/** What this server has at a moment. */
export interface Sample {
  readonly sockets: number;
  /** Since it started. */
  readonly handshakes: number;
  readonly fileDescriptors: number;
  readonly databaseConnections: number;
}

interface Sources {
  readonly live: () => Pick<LiveFigures, 'connections' | 'accepted'>;
  readonly pools: ReadonlyMap<string, Pool>;
  /** Connections to the database that are in no pool of these. */
  readonly unpooled: number;
}

/** Looks at this process. Cheap enough to be done every other second. */
export async function takeSample({ live, pools, unpooled }: Sources): Promise<Sample> {
  const { connections, accepted } = live();
  let pooled = 0;
  for (const { totalCount } of pools.values()) pooled += totalCount;
  return {
    sockets: connections,
    handshakes: accepted,
    fileDescriptors: process.platform === 'linux' ? (await readdir('/proc/self/fd')).length : 0,
    databaseConnections: pooled + unpooled,
  };
}
