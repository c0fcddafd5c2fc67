import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import type { Settings } from '../../settings/list.ts';
import type { Environment } from '../../settings/read.ts';
import { fingerprint } from '../../settings/shown.ts';
import { NO_PEAK, readPeak, readServersAtPeak } from '../ledger/read.ts';
import { USUAL_CONNECTIONS } from '../nodes/database-connections.ts';
import { presentNodes, type ServerNode } from '../nodes/nodes.ts';
import type { DoctorContext, ObservedProcess } from './context.ts';
import { isOfAnotherRelease } from './examine.ts';
import { thisMachine, type Machine } from './machine.ts';

interface Parts {
  readonly settings: Settings;
  readonly environment: Environment;
  readonly db: Db | undefined;
  /** The server that asks; undefined on the command line. */
  readonly self?: { readonly name: string; readonly databaseConnections: number };
  readonly peers?: number | undefined;
  /** What is signed with; it goes no further than its fingerprint. */
  readonly secret: string | undefined;
  readonly machine?: Machine;
  readonly log: Logger;
}

/** Gathers what the checks look with. A database that does not answer is one that is away. */
export async function lookAround(parts: Parts): Promise<DoctorContext> {
  const { settings, environment, self, secret, peers, log, machine = thisMachine } = parts;
  const known = await knownTo(parts.db, log);
  const { nodes } = known;
  return {
    ...known,
    settings,
    environment,
    processes: self ? [{ ...self, pid: process.pid }] : processesHere(nodes, machine),
    peers,
    secretFingerprint: secret === undefined ? undefined : fingerprint(secret),
    now: Date.now,
    machine,
    log,
  };
}

type Known = Pick<DoctorContext, 'db' | 'nodes' | 'peak' | 'serversAtPeak'>;

async function knownTo(db: Db | undefined, log: Logger): Promise<Known> {
  const nothing: Known = { db: undefined, nodes: [], peak: NO_PEAK, serversAtPeak: 0 };
  if (!db) return nothing;
  try {
    return {
      db,
      nodes: await presentNodes(db),
      peak: await readPeak(db),
      serversAtPeak: await readServersAtPeak(db),
    };
  } catch (error) {
    // A database that no server has prepared so far answers, and knows nothing.
    if (isOfAnotherRelease(error)) return { ...nothing, db };
    log.warn({ err: error }, 'the doctor does not reach the database');
    return nothing;
  }
}

/** The servers on this machine; where none runs, this process has the limits that one would have. */
function processesHere(nodes: readonly ServerNode[], { host }: Machine): ObservedProcess[] {
  const here = nodes.filter((node) => node.host === host);
  if (here.length > 0) return here;
  return [{ name: '', pid: process.pid, databaseConnections: USUAL_CONNECTIONS }];
}
