import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { CannotStart } from '../cannot-start.ts';
import { connect, databaseUrl, type Db } from '../database/database.ts';
import type { Settings } from '../settings/list.ts';

/** Works with the database, or without it: where no server has started so far, none is made. */
export async function withDatabaseIfThere<T>(
  settings: Settings,
  log: Logger,
  work: (db: Db | undefined) => Promise<T>,
): Promise<T> {
  const isMade = settings.databaseUrl ?? existsSync(join(settings.dataFolder, 'postgres'));
  if (!isMade) return work(undefined);
  let found: Awaited<ReturnType<typeof databaseUrl>>;
  try {
    found = await databaseUrl(settings, log);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    log.error(error.message);
    return work(undefined);
  }
  const database = connect(found.url, log, found.release);
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}
