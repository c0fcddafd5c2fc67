import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import { collectMinutes, type Minute } from './minutes.ts';
import type { Sample } from './sample.ts';

/** How often this server looks at itself, ms. */
const EVERY_MS = 2_000;
/** While the database is away, so many minutes wait; then the oldest are given up. */
const MOST_WAITING = 360;

export interface LedgerWriter {
  /** Takes a sample of that moment; writes a minute when it is over. Never rejects for a database that is away. */
  readonly take: (sample: Sample, now: number) => Promise<void>;
}

/** Writes the highest values of every minute into the ledger, under the name of this server. */
export function ledgerWriter(db: Db, name: string, log: Logger): LedgerWriter {
  const collect = collectMinutes();
  let waiting: Minute[] = [];

  const write = async (): Promise<void> => {
    const minutes = waiting;
    waiting = [];
    try {
      await insert(db, name, minutes);
    } catch (error) {
      waiting = [...minutes, ...waiting].slice(-MOST_WAITING);
      log.warn({ err: error, minutes: waiting.length }, 'the ledger waits for the database');
    }
  };

  return {
    take: async (sample, now) => {
      const over = collect(sample, now);
      if (!over) return;
      waiting.push(over);
      await write();
    },
  };
}

async function insert(db: Db, name: string, minutes: readonly Minute[]): Promise<void> {
  await db
    .insertInto('peak')
    .values(
      minutes.map((minute) => ({
        minute: new Date(minute.at),
        node: name,
        sockets: minute.sockets,
        handshakes: minute.handshakes,
        file_descriptors: minute.fileDescriptors,
        database_connections: minute.databaseConnections,
      })),
    )
    // An answer that was lost, or a clock that was set back.
    .onConflict((conflict) => conflict.columns(['minute', 'node']).doNothing())
    .execute();
}

/** Looks every other second. @returns stops it */
export function keepLedger(
  writer: LedgerWriter,
  take: () => Promise<Sample>,
  log: Logger,
): () => void {
  const look = async (): Promise<void> => writer.take(await take(), Date.now());
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'the ledger is not kept'));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
