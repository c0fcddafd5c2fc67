import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import { version } from '../../version.ts';
import { record } from './record.ts';

/** Writes down that a server starts. @returns writes down that it stops */
export async function recordStart(
  db: Db,
  server: string,
  log: Logger,
): Promise<() => Promise<void>> {
  const about = { server, release: version };
  await record(db, { act: 'server-started', actor: null, about });
  return () =>
    record(db, { act: 'server-stopped', actor: null, about }).catch((error: unknown) =>
      // The database may be what it stops for.
      log.warn({ err: error }, 'could not write down that this server stops'),
    );
}
