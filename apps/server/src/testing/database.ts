import { connect, type Database } from '../database/database.ts';
import { makeLog } from '../log.ts';
import { atEndOfFile } from './end-of-file.ts';
import { freshDatabase } from './postgres.ts';

/** A fresh, migrated database for a test file (`*.pg.test.ts`), closed when the file is done. */
export async function testDatabase(): Promise<Database> {
  const database = connect(await freshDatabase(), makeLog('silent'), () => Promise.resolve());
  atEndOfFile(database.close);
  return database;
}
