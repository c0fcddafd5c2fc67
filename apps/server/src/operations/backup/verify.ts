import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, ownDatabase } from '../../database/database.ts';
import { startEmbedded } from '../../database/embedded/embedded.ts';
import { makeLog } from '../../log.ts';
import { replayMeetings } from './invariants.ts';
import type { Backup } from './open.ts';
import { restoreInto, type Restored } from './restore.ts';

export interface Verified extends Restored {
  /** Running meetings, each of which was replayed. */
  readonly running: number;
  /** Those whose log is not whole. */
  readonly broken: readonly string[];
}

/** Restores into a PostgreSQL that is thrown away afterwards, and looks whether meetings can go on. */
export async function verifyBackup(backup: Backup): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-verify-'));
  try {
    const embedded = await startEmbedded(folder, { fleeting: true, settings: { fsync: 'off' } });
    try {
      const url = await ownDatabase(embedded);
      const restored = await restoreInto(url, backup);
      const database = connect(url, makeLog('error'), () => Promise.resolve());
      try {
        return { ...restored, ...(await replayMeetings(database)) };
      } finally {
        await database.close();
      }
    } finally {
      await embedded.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
