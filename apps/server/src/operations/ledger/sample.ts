import { readdir, stat } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { LiveFigures } from '../../live/live.ts';

/** What this server has at a moment. */
export interface Sample {
  /** Connections that stay: of people in meetings, and of pages that hear news. */
  readonly sockets: number;
  /** Since it started. */
  readonly handshakes: number;
  readonly fileDescriptors: number;
  readonly databaseConnections: number;
}

interface Sources {
  readonly live: () => Pick<LiveFigures, 'connections' | 'accepted'>;
  /** Pages that hear news: each takes as much as somebody in a meeting. */
  readonly newsStreams: () => number;
  readonly pools: ReadonlyMap<string, Pool>;
  /** Connections to the database that are in no pool of these. */
  readonly unpooled: number;
}

/** Looks at this process. Cheap enough to be done every other second. */
export async function takeSample({ live, newsStreams, pools, unpooled }: Sources): Promise<Sample> {
  const { connections, accepted } = live();
  let pooled = 0;
  for (const { totalCount } of pools.values()) pooled += totalCount;
  return {
    sockets: connections + newsStreams(),
    handshakes: accepted,
    fileDescriptors: process.platform === 'linux' ? await openFiles() : 0,
    databaseConnections: pooled + unpooled,
  };
}

/** Linux from 6.2 on counts them itself; making a list of ten thousand keeps everybody waiting for 5 ms. */
async function openFiles(): Promise<number> {
  const folder = '/proc/self/fd';
  const { size } = await stat(folder);
  return size > 0 ? size : (await readdir(folder)).length;
}
