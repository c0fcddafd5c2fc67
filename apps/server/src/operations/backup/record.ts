import type { Db } from '../../database/database.ts';
import { recordRun } from '../runs/runs.ts';
import { keepLatest } from './backup-files.ts';
import { takeBackup, type BackupResult, type Wish } from './take.ts';

/**
 * Makes a backup, and writes down in the database that it was made, or that it could not be.
 * @param keep how many files in which folder are to remain
 */
export async function backUp(
  db: Db,
  wish: Wish,
  keep?: { folder: string; many: number },
): Promise<BackupResult> {
  try {
    const made = await takeBackup(wish);
    const { rows, bytes, seconds, encrypted } = made;
    await recordRun(db, 'backup', { succeeded: true, result: { rows, bytes, seconds, encrypted } });
    if (keep) await keepLatest(keep.folder, keep.many);
    return made;
  } catch (error) {
    const why = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
    if (why !== undefined) {
      // It may be the database that has failed; what is told then is what went wrong first.
      await recordRun(db, 'backup', { succeeded: false, result: { why } }).catch(() => undefined);
    }
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
