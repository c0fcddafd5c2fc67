import { connect, databaseUrl, type Database } from '../database/database.ts';
import { makeLog } from '../log.ts';
import type { Settings } from '../settings/list.ts';
import { readSettings } from '../settings/read.ts';

/**
 * Works with the database of the server that these settings describe, whether or not that server runs:
 * an embedded PostgreSQL is started when it does not, and stopped again. Migrates nothing.
 */
export async function withDatabase<T>(
  work: (database: Database, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env);
  const log = makeLog('warn');
  const { url, release } = await databaseUrl(settings, log);
  const database = connect(url, log, release);
  try {
    return await work(database, settings);
  } finally {
    await database.close();
  }
}
