import { afterAll } from 'vitest';
import { connect, type Database } from '../database/database.ts';
import { makeLog } from '../log.ts';
import { freshDatabase } from './postgres.ts';

/** A fresh, migrated database for a test file (`*.pg.test.ts`), closed when the file is done. */
export async function testDatabase(): Promise<Database> {
  const database = connect(await freshDatabase(), makeLog('silent'), () => Promise.resolve());
  afterAll(() => database.close());
  return database;
}
