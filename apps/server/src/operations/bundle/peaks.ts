import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { PeakMinute } from './bundle.ts';

/** More rows than this in one statement would need more parameters than PostgreSQL takes. */
const AT_ONCE = 5000;

/** The ledger of all servers, as long as it is kept. */
export async function readPeaks(db: Db): Promise<PeakMinute[]> {
  const rows = await db
    .selectFrom('peak')
    .selectAll()
    .where('minute', '>', sql<Date>`now() - interval '8 weeks'`)
    .orderBy('minute')
    .orderBy('node')
    .execute();
  return rows.map((row) => [
    row.minute.getTime(),
    row.node,
    row.sockets,
    row.handshakes,
    row.file_descriptors,
    row.database_connections,
  ]);
}

/** Adds the minutes of other servers; those that are there stay as they are. @returns how many are new */
export async function addPeaks(db: Db, peaks: readonly PeakMinute[]): Promise<number> {
  let added = 0n;
  for (let from = 0; from < peaks.length; from += AT_ONCE) {
    const rows = peaks.slice(from, from + AT_ONCE);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('peak')
      .values(
        rows.map(([minute, node, sockets, handshakes, descriptors, connections]) => ({
          minute: new Date(minute),
          node,
          sockets,
          handshakes,
          file_descriptors: descriptors,
          database_connections: connections,
        })),
      )
      .onConflict((conflict) => conflict.columns(['minute', 'node']).doNothing())
      .executeTakeFirst();
    added += numInsertedOrUpdatedRows ?? 0n;
  }
  return Number(added);
}
