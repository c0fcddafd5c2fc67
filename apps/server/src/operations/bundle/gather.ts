import type { Db } from '../../database/database.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { readSettings, type Environment } from '../../settings/read.ts';
import type { Machine } from '../doctor/machine.ts';
import { presentNodes, type ServerNode } from '../nodes/nodes.ts';
import type { Bundle } from './bundle.ts';
import { limitsOf } from './limits.ts';
import { readPeaks } from './peaks.ts';
import { versionsOf } from './versions.ts';

/** More of what was done for the server's sake is history. */
const RUNS = 100;

/**
 * @param db undefined: there is none so far, and no ledger
 * @param files configuration of proxies and systemd, by path
 */
export async function gather(
  db: Db | undefined,
  environment: Environment,
  machine: Machine,
  files: Readonly<Record<string, string>>,
): Promise<Bundle> {
  const { bus } = readSettings(environment);
  const own = db ? await serverHere(db, machine) : undefined;
  return {
    about: { at: new Date().toISOString(), host: machine.host },
    settings: effectiveSettings(environment),
    versions: await versionsOf(db, machine, bus),
    // Of the server itself when it runs here: a shell often has other limits.
    limits: limitsOf(machine, own?.pid ?? process.pid),
    peaks: db ? await readPeaks(db) : [],
    runs: db ? await latestRuns(db) : [],
    files: { ...files },
  };
}

/** The server that runs on this machine, if one does. */
export async function serverHere(db: Db, machine: Machine): Promise<ServerNode | undefined> {
  return (await presentNodes(db)).find(({ host }) => host === machine.host);
}

async function latestRuns(db: Db): Promise<Bundle['runs']> {
  const runs = await db
    .selectFrom('operation_run')
    .select(['kind', 'at', 'succeeded', 'result'])
    .orderBy('at', 'desc')
    .limit(RUNS)
    .execute();
  return runs.map((run) => ({ ...run, at: run.at.toISOString() }));
}
