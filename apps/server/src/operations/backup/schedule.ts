import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Settings } from '../../settings/list.ts';
import { secretOf } from '../../settings/secrets.ts';
import { latestRun } from '../runs/runs.ts';
import { placeIn } from './backup-files.ts';
import { backUp } from './record.ts';

const HOUR_MS = 3_600_000;
/** The job comes once an hour, at a time that may differ by some minutes. */
const TOLERANCE_MS = HOUR_MS / 4;

/**
 * After how many hours there is a backup by itself; 0: never. Unless it is set: once a day where Rondo runs
 * its own PostgreSQL, never where somebody else runs it, who backs it up.
 */
export function backupEveryHours({ backupEveryHours: set, databaseUrl }: Settings): number {
  return set ?? (databaseUrl ? 0 : 24);
}

export function backupFolder({ backupFolder: set, dataFolder }: Settings): string {
  return set ?? join(dataFolder, 'backups');
}

/** Makes a backup when the last one is old enough; of several servers, one makes it. */
export async function backUpRegularly(
  { db, url, settings, log }: { db: Db; url: string; settings: Settings; log: Logger },
  jobs: Jobs,
): Promise<void> {
  await jobs.work('backup', async () => {
    if (!(await isDue(db, settings))) return;
    const { backupPassphrase: passphrase } = settings;
    const folder = backupFolder(settings);
    const { file } = placeIn(folder, new Date(), passphrase !== undefined);
    const wish = { url, file, passphrase, secret: secretOf(settings) };
    const made = await backUp(db, wish, { folder, many: settings.backupKeep });
    log.info(made, 'made a backup');
  });
}

export async function isDue(db: Db, settings: Settings, now = Date.now()): Promise<boolean> {
  const every = backupEveryHours(settings);
  if (every === 0) return false;
  const last = await latestRun(db, 'backup', { onlyGood: true });
  return !last || now - last.at.getTime() > every * HOUR_MS - TOLERANCE_MS;
}
