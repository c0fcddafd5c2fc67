import type { Db } from '../../database/database.ts';
import { version } from '../../version.ts';
import { record } from './record.ts';

/** Writes down that a server starts. @returns writes down that it stops */
export async function recordStart(db: Db, server: string): Promise<() => Promise<void>> {
  const about = { server, release: version };
  await record(db, { act: 'server-started', actor: null, about });
  return () => record(db, { act: 'server-stopped', actor: null, about });
}
