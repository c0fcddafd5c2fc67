import type { IncomingMessage, Server } from 'node:http';
import {
  createNode,
  type Clock,
  type Drained,
  type Figures,
  type Limits,
  type LiveNode,
  type NodeOptions,
  type Problem,
} from '@rondo/live/room';
import type { Registry } from '@rondo/meeting';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { DOOR_LIMITS, makeAdmission, type Admission, type DoorLimits } from './admission.ts';
import { capacityOf, fileLimit } from './capacity.ts';
import { openDoor, type Authenticate, type DoorFigures } from './door.ts';
import { watchEventLoop } from './event-loop.ts';
import { machineChance, machineClock, newId } from './machine.ts';
import { postgresBus } from './postgres-bus.ts';
import { postgresLog, type PostgresLog, type Turning } from './postgres-log.ts';
import { keepShares } from './shares.ts';
import { sockets, type Upgrade } from './sockets.ts';
import { streams, type LiveRequest } from './streams.ts';
import { makeWaiting } from './waiting.ts';

export interface LiveOptions {
  /** Of this node among the others; made when left out. */
  readonly name?: string;
  readonly registry: Registry;
  /** For the log alone, a few connections. */
  readonly pool: Pool;
  /** For the transactions that end a meeting. */
  readonly db: Db;
  /** The database, through which nodes hear each other unless there is a bus. */
  readonly url: string;
  /** A Valkey or Redis through which nodes hear each other. */
  readonly busUrl?: URL | undefined;
  readonly turning: Turning;
  readonly authenticate: Authenticate;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly onEntry?: NodeOptions['onEntry'];
  /** Hears every poke, of this node and of others. */
  readonly onPoke?: (topic: string) => void;
  readonly log: Logger;
  /** The clock that all nodes share; this machine's unless given. */
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  readonly doorLimits?: DoorLimits;
  /** The most connections; less where the file limit allows no more. */
  readonly maxConnections?: number | undefined;
}

export interface LiveFigures extends Figures, DoorFigures {
  /** Other nodes that have been heard of lately. */
  readonly peers: number;
}

/** The live engine of this server process. */
export interface Live {
  readonly node: LiveNode;
  readonly log: PostgresLog;
  readonly onUpgrade: Upgrade;
  readonly onRequest: LiveRequest;
  /** Sees to it that sockets and pages each keep their part of what this server may open. */
  readonly keepShares: (server: Server) => void;
  readonly figures: () => LiveFigures;
  /** Whether anybody would be let in beside so many more. */
  readonly hasRoomBeside: (others: number) => boolean;
  /** For other streams than those of meetings, which take their places from the same house. */
  readonly admission: Admission;
  /** Asks everybody to move to another node, so many per second; resolves when they have gone. */
  readonly drain: (perSecond: number) => Promise<Drained>;
  /** Closes every connection and finishes what is on its way. */
  readonly stop: () => Promise<void>;
}

export async function startLive(options: LiveOptions): Promise<Live> {
  const {
    name = newId(),
    registry,
    pool,
    db,
    url,
    busUrl,
    turning,
    authenticate,
    addressOf,
    onEntry,
    onPoke,
  } = options;
  const { clock = machineClock, limits, doorLimits = DOOR_LIMITS, maxConnections } = options;
  const log = postgresLog(pool, db, turning);
  // Its client is a quarter of all modules of a server, and most servers have no bus.
  const bus = busUrl
    ? (await import('./redis-bus.ts')).redisBus(busUrl.href, name, options.log)
    : postgresBus(url, name, options.log);
  const node = createNode({
    name,
    registry,
    log,
    bus,
    clock,
    chance: machineChance,
    report: reportTo(options.log),
    onEntry,
    ...(limits && { limits }),
    onPoke: (topic) => {
      door.hearPoke(topic);
      onPoke?.(topic);
    },
  });
  const capacity = capacityOf(maxConnections, fileLimit());
  const eventLoop = watchEventLoop();
  const admission = makeAdmission({
    capacity,
    limits: doorLimits,
    waiting: makeWaiting(machineClock.now, machineChance.random),
    isBehind: eventLoop.isBehind,
  });
  const door = openDoor(node, authenticate, admission, options.log);
  return {
    node,
    log,
    onUpgrade: sockets(door, addressOf, options.log),
    onRequest: streams(door),
    keepShares: (server) => keepShares(server, capacity, admission.connections),
    figures: () => ({ ...node.figures(), ...door.figures(), peers: bus.peers() }),
    hasRoomBeside: admission.hasRoomBeside,
    admission,
    drain: (perSecond) => node.drain(perSecond),
    stop: async () => {
      await node.stop();
      door.close();
      eventLoop.stop();
      await bus.close();
    },
  };
}

/** One line a second for each kind of problem: when the database is gone, every room has one. */
function reportTo(log: Logger): (problem: Problem) => void {
  const latest = new Map<Problem['what'], { at: number; more: number }>();
  return ({ what, meeting, detail, error }) => {
    const now = Date.now();
    const last = latest.get(what);
    if (last && now - last.at < 1_000) {
      last.more++;
      return;
    }
    latest.set(what, { at: now, more: 0 });
    log.error({ err: error, meeting, detail, alike: last?.more ?? 0 }, what);
  };
}
