import type { Db } from '../../database/database.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { readSettings, type Environment } from '../../settings/read.ts';
import type { Machine } from '../doctor/machine.ts';
import { presentNodes } from '../nodes/nodes.ts';
import type { Bundle } from './bundle.ts';
import { limitsOf } from './limits.ts';
import { readPeaks } from './peaks.ts';
import { versionsOf } from './versions.ts';

/** More of what was done for the server's sake is history. */
const RUNS = 100;

/** @param files configuration of proxies and systemd, by path */
export async function gather(
  db: Db,
  environment: Environment,
  machine: Machine,
  files: Readonly<Record<string, string>>,
): Promise<Bundle> {
  const { bus } = readSettings(environment);
  const own = (await presentNodes(db)).find(({ host }) => host === machine.host);
  const runs = await db
    .selectFrom('operation_run')
    .select(['kind', 'at', 'succeeded', 'result'])
    .orderBy('at', 'desc')
    .limit(RUNS)
    .execute();
  return {
    about: { at: new Date().toISOString(), host: machine.host },
    settings: effectiveSettings(environment),
    versions: await versionsOf(db, machine, bus),
    // Of the server itself when it runs here: a shell often has other limits.
    limits: limitsOf(machine, own?.pid ?? process.pid),
    peaks: await readPeaks(db),
    runs: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
    files: { ...files },
  };
}
