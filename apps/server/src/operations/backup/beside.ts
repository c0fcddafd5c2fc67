import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../../cannot-start.ts';
import { singleClient } from '../../database/client.ts';
import { connect, ownDatabase } from '../../database/database.ts';
import type { Binaries } from '../../database/embedded/binaries.ts';
import { startEmbedded } from '../../database/embedded/embedded.ts';
import { makeFolders } from '../../database/embedded/folders.ts';
import { readLockFile } from '../../database/embedded/lock-file.ts';
import { switchTo } from '../../database/embedded/switch.ts';
import { makeLog } from '../../log.ts';
import { recordRun, type RunKind } from '../runs/runs.ts';
import type { Backup } from './open.ts';
import { restoreInto, type Restored } from './restore.ts';

/** The folder in which the new cluster is filled. */
const NEXT = 'cluster-next';

/**
 * Fills a new cluster beside that of the server, and puts it in its place when every row was checked. The
 * server's own must not run. Cut short, it can be done again.
 * @param aside how the present cluster is to be called, if there is one
 * @returns also the folder in which the present cluster is kept
 */
export async function restoreBeside(
  home: string,
  backup: Backup,
  aside: string,
  run: { kind: RunKind; result: object },
): Promise<{ restored: Restored; kept: string }> {
  const folders = makeFolders(home);
  const next = join(folders.home, NEXT);
  if (readLockFile(next)) await (await startEmbedded(home, { cluster: NEXT })).stop();
  rmSync(next, { recursive: true, force: true });
  const embedded = await startEmbedded(home, { cluster: NEXT });
  let restored: Restored;
  try {
    const url = await ownDatabase(embedded);
    restored = await restoreInto(url, backup);
    const { rows, tables, seconds } = restored;
    await recordIn(url, run.kind, { ...run.result, rows, tables, seconds });
  } catch (error) {
    await embedded.stop();
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  await embedded.stop();
  return { restored, kept: switchTo(folders, NEXT, aside) };
}

/** Writes down in a database that nobody else works with what was done to it. */
export async function recordIn(url: string, kind: RunKind, result: object): Promise<void> {
  const database = connect(url, makeLog('error'), () => Promise.resolve());
  try {
    await recordRun(database.db, kind, { succeeded: true, result });
  } finally {
    await database.close();
  }
}

/**
 * Stops the PostgreSQL of a server that is gone. Refuses where somebody works with it.
 * @param binaries those that have made the cluster, if not our own
 */
export async function stopUnused(home: string, binaries?: Binaries): Promise<void> {
  if (!readLockFile(makeFolders(home).data)) return;
  const embedded = await startEmbedded(home, { binaries });
  if (await isUsed(embedded.url('postgres', 'postgres'))) {
    throw new CannotStart(
      'A server works with this database. Stop it first, and start it afterwards.',
    );
  }
  await embedded.stop();
}

/** Sessions of a program that was killed end within moments. */
async function isUsed(url: string): Promise<boolean> {
  const client = singleClient({ connectionString: url });
  await client.connect();
  try {
    for (let tries = 0; tries < 30; tries++) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      if (rowCount === 0) return false;
      await pause(100);
    }
    return true;
  } finally {
    await client.end();
  }
}
