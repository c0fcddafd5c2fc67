import { join } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';
import { singleClient } from '../../database/client.ts';
import { ownDatabase } from '../../database/database.ts';
import { startEmbedded } from '../../database/embedded/embedded.ts';
import { makeFolders, versionOf } from '../../database/embedded/folders.ts';
import { finishSwitch } from '../../database/embedded/switch.ts';
import type { Settings } from '../../settings/list.ts';
import { recordIn, restoreBeside, stopUnused } from './beside.ts';
import { isEmpty } from './empty.ts';
import type { Backup } from './open.ts';
import { restoreInto, type Restored } from './restore.ts';
import { bringSecret } from './secret.ts';

export interface AllRestored {
  readonly restored: Restored;
  /** Sentences for the person at the terminal. */
  readonly notes: readonly string[];
}

/** Restores into the database that the settings describe, and brings the secret along. */
export async function restoreAll(
  settings: Settings,
  backup: Backup,
  { replace }: { replace: boolean },
): Promise<AllRestored> {
  const { contents } = backup;
  const run = { kind: 'restore', result: { of: contents.at, release: contents.release } } as const;
  const notes: string[] = [];
  let restored: Restored;
  if (settings.databaseUrl) {
    if (replace) {
      throw new CannotStart(
        '--replace is for the PostgreSQL that Rondo runs itself. Make a new, empty database, set DATABASE_URL to that, and restore without it.',
      );
    }
    const url = settings.databaseUrl.href;
    restored = await restoreInto(url, backup);
    const { rows, tables, seconds } = restored;
    await recordIn(url, run.kind, { ...run.result, rows, tables, seconds });
  } else {
    const home = join(settings.dataFolder, 'postgres');
    const isThere = await makeWay(home, replace);
    const aside = `cluster-before-${new Date().toISOString().slice(0, 10)}`;
    const done = await restoreBeside(home, backup, aside, run);
    ({ restored } = done);
    if (isThere) notes.push(`What was there before is kept in ${done.kept}.`);
  }
  if (restored.leftOut.length > 0) {
    notes.push(
      `Left out, as no release of Rondo makes these tables: ${restored.leftOut.join(', ')}. Their rows are in the backup.`,
    );
  }
  return { restored, notes: [...notes, ...bringSecret(settings, backup.secret)] };
}

/** Refuses where data would be in the way. @returns whether there is a cluster at all */
async function makeWay(home: string, replace: boolean): Promise<boolean> {
  const folders = makeFolders(home);
  finishSwitch(folders);
  if (versionOf(folders.data) === undefined) return false;
  if (replace) {
    await stopUnused(home);
    return true;
  }
  await stopUnused(home);
  const embedded = await startEmbedded(home);
  const client = singleClient({ connectionString: await ownDatabase(embedded) });
  try {
    await client.connect();
    if (await isEmpty(client)) return true;
  } finally {
    await client.end();
    await embedded.stop();
  }
  throw new CannotStart(
    `There is data in ${folders.data} already, and it stays as it is. Say --replace to put it aside first, or set RONDO_DATA to another folder.`,
  );
}
