import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import type { Settings } from '../../settings/list.ts';
import type { Environment } from '../../settings/read.ts';
import type { Peak } from '../ledger/read.ts';
import type { ServerNode } from '../nodes/nodes.ts';
import type { Machine } from './machine.ts';

/** What the checks look with. Whatever they see of the world comes from here, so that tests can show them another one. */
export interface DoctorContext {
  readonly settings: Settings;
  /** Where the settings come from; also what was set and is no setting. */
  readonly environment: Environment;
  /** Undefined while the database is away: checks that need it say `unknown`. */
  readonly db: Db | undefined;
  /** Of all servers together. */
  readonly peak: Peak;
  /** How many servers there were then; 0: nobody knows. Not all of them need run now. */
  readonly serversAtPeak: number;
  /** The servers of this database that run now, this one included when it does. */
  readonly nodes: readonly ServerNode[];
  /** The processes of this machine that are looked at: this server; from the command line, every server here. */
  readonly processes: readonly ObservedProcess[];
  /** Of all servers of this machine and others: how many this one hears; undefined on the command line. */
  readonly peers: number | undefined;
  /** What is signed with here; a hash that leads nowhere. Undefined when it cannot be read. */
  readonly secretFingerprint: string | undefined;
  /** Of this machine, in ms. */
  readonly now: () => number;
  readonly machine: Machine;
  /** Takes minutes where that shows more, because somebody has asked for it. */
  readonly isThorough?: boolean;
  /** Nobody is sent to this server yet: all people of the database are on another one. */
  readonly isUnused?: boolean;
  /** This release is about to start: what its start does is not missing, whatever number the running one has. */
  readonly isComing?: boolean;
  readonly log: Logger;
}

export interface ObservedProcess {
  /** Of the node; empty when none runs and the limits of a process like it are looked at. */
  readonly name: string;
  readonly pid: number;
  /** The most connections to PostgreSQL that it opens. */
  readonly databaseConnections: number;
}
