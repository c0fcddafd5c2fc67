import { join } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';
import { ownDatabase } from '../../database/database.ts';
import { findBinaries, findBinariesIn } from '../../database/embedded/binaries.ts';
import { startEmbedded } from '../../database/embedded/embedded.ts';
import { makeFolders, versionOf } from '../../database/embedded/folders.ts';
import { finishSwitch } from '../../database/embedded/switch.ts';
import { backupName } from './backup-files.ts';
import { restoreBeside, stopUnused } from './beside.ts';
import { openBackup } from './open.ts';
import { takeBackup } from './take.ts';

export interface Upgraded {
  readonly before: string;
  readonly now: string;
  readonly backup: string;
  /** Where the old cluster is kept. */
  readonly kept: string;
  readonly rows: number;
}

/**
 * Takes the embedded database over from the PostgreSQL of an older release: starts it there once more,
 * makes a backup, fills a new cluster from that beside the old one, and changes their places. Until then
 * nothing happens to the old one, and whatever is cut short can be done again.
 * @param from the folder of the older release, or of its PostgreSQL
 * @param say tells the person at the terminal what happens now
 * @returns undefined: there is nothing to do
 */
export async function upgradeCluster(
  { home, from, backups }: { home: string; from: string; backups: string },
  say: (text: string) => void,
): Promise<Upgraded | undefined> {
  const folders = makeFolders(home);
  finishSwitch(folders);
  const { major: now } = findBinaries();
  const before = versionOf(folders.data);
  if (before === undefined) {
    throw new CannotStart(
      `There is no database in ${folders.data}. Is RONDO_DATA the right folder?`,
    );
  }
  if (before === now) return undefined;
  const old = findBinariesIn(from);
  if (old.major !== before) {
    throw new CannotStart(
      `PostgreSQL ${before} has made the database in ${folders.data}, and in ${from} there is PostgreSQL ${old.major}. Name the folder of the release that made it.`,
    );
  }
  await stopUnused(home, old);

  say(`Reading the database with PostgreSQL ${before}…`);
  const backup = join(backups, backupName(new Date(), false));
  const running = await startEmbedded(home, { binaries: old });
  try {
    const url = await ownDatabase(running);
    // The file with the secret stays where it is.
    await takeBackup({ url, file: backup, passphrase: undefined, secret: '' });
  } finally {
    await running.stop();
  }

  say(`It is all in ${backup}. Writing it into a new database of PostgreSQL ${now}…`);
  const { restored, kept } = await restoreBeside(
    home,
    await openBackup(backup, undefined),
    `cluster-${before}`,
    { kind: 'upgrade', result: { postgres: { before, now } } },
  );
  return { before, now, backup, kept, rows: restored.rows };
}
