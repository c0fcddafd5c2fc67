import type { MeetingId, ParticipantId, Registry, Request } from '@rondo/meeting';
import type { CloseReason } from '../messages/index.ts';
import { catchUp } from './catch-up.ts';
import { flush } from './commit.ts';
import { drain, sendAway, type Drained } from './drain.ts';
import { pokeFrame } from './frames.ts';
import { heardHere, present } from './here.ts';
import { LIMITS, type Limits } from './limits.ts';
import { openLine, type Line } from './line.ts';
import { roomOf } from './load.ts';
import type { Authorize, Bus, Chance, Clock, Connection, Hint, Log, Report } from './ports.ts';
import type { Counts, Engine, Settled } from './room.ts';
import { enqueue } from './settle.ts';
import { hearHead, startTicking } from './tick.ts';

export interface NodeOptions {
  /** Tells this node from others; new at every start. */
  name: string;
  registry: Registry;
  log: Log;
  bus: Bus;
  clock: Clock;
  chance: Chance;
  report: Report;
  limits?: Partial<Limits>;
  /** Called for every poke, of this node and of others. */
  onPoke?: (topic: string) => void;
  /** Called for every entry that this node has written, with the parts of the board it changed and what was done. */
  onEntry?: Engine['onEntry'];
}

/** How much a node has to do right now, and what it has done since it started. */
export interface Figures extends Counts {
  rooms: number;
  connections: number;
  waiting: number;
}

/** One server process. Any node may serve any meeting at any time. */
export interface LiveNode {
  /** A new connection. Its first message has to be `join`; `authorize` then decides. */
  connect(connection: Connection, authorize: Authorize): Pick<Line, 'receive' | 'closed' | 'end'>;
  /**
   * Runs a command that does not come from a browser: `me` null is the server itself. Answers when
   * it is committed or refused; null: no such meeting. Rejects when the log cannot be reached.
   */
  submit(meeting: MeetingId, me: ParticipantId | null, request: Request): Promise<Settled | null>;
  /** Closes a person's connections to a meeting, on all nodes. */
  kick(meeting: MeetingId, person: ParticipantId, why: CloseReason): void;
  /** Tells everybody who may hear of this topic to fetch it again, on all nodes. */
  poke(topic: string): void;
  /** Sends everybody away to come back elsewhere, so many per second; takes in nobody new. */
  drain(perSecond: number): Promise<Drained>;
  /** Sends everybody away at once, waits for what is on its way, and lets go of everything. */
  stop(): Promise<void>;
  /** How many people are connected to this meeting, on any node as far as this one has heard. */
  present(meeting: MeetingId): number;
  figures(): Figures;
  /** The time that meetings go by, ms since 1970. */
  now(): number;
}

export function createNode(options: NodeOptions): LiveNode {
  const { onPoke, onEntry = () => undefined, limits, ...ports } = options;
  const lines = new Set<Line>();
  const engine: Engine = {
    ...ports,
    limits: { ...LIMITS, ...limits },
    onEntry,
    rooms: new Map(),
    loading: new Map(),
    dirty: new Set(),
    slow: new Set(),
    flush: () => flush(engine),
    catchUp: (room, pause) => void catchUp(engine, room, pause),
    batchOnItsWay: false,
    flushSoon: false,
    state: 'open',
    counts: {
      commands: 0,
      refused: 0,
      entries: 0,
      batches: 0,
      conflicts: 0,
      views: 0,
      slowReaders: 0,
    },
  };

  const kickHere = (meeting: MeetingId, person: ParticipantId, why: CloseReason): void => {
    for (const line of lines) {
      const seat = line.seat();
      if (seat?.room.meeting === meeting && seat.person === person) line.end(why, 0);
    }
  };

  const pokeHere = (topic: string): void => {
    onPoke?.(topic);
    const frame = pokeFrame(topic);
    for (const line of lines) {
      const seat = line.seat();
      if (seat?.state === 'in' && seat.visitor.topics?.includes(topic)) seat.connection.send(frame);
    }
  };

  const hear = (hint: Hint): void => {
    if (hint.k === 'poke') return pokeHere(hint.topic);
    if (hint.k === 'kick') return kickHere(hint.m, hint.who, hint.why);
    const room = engine.rooms.get(hint.m);
    if (hint.k !== 'head') {
      if (room) heardHere(engine, room, hint);
    } else if (room) hearHead(engine, room, hint.s);
    else {
      // It is being loaded, perhaps from before this entry. A failure is reported by who asked for it.
      engine.loading.get(hint.m)?.then(
        (loaded) => hearHead(engine, loaded, hint.s),
        () => null,
      );
    }
  };

  const unsubscribe = engine.bus.subscribe(hear);
  const stopTicking = startTicking(engine);

  return {
    connect(connection, authorize) {
      const line = openLine(engine, connection, authorize);
      lines.add(line);
      if (engine.state !== 'open') line.end('restart', 0);
      return {
        receive: line.receive,
        end: line.end,
        closed: () => {
          lines.delete(line);
          line.closed();
        },
      };
    },
    async submit(meeting, me, request) {
      const room = await roomOf(engine, meeting);
      if (!room) return null;
      if (engine.state === 'stopped') return { refused: 'busy' };
      return new Promise((settle) =>
        enqueue(engine, room, { request, me, key: null, seat: null, settle }),
      );
    },
    kick(meeting, person, why) {
      kickHere(meeting, person, why);
      engine.bus.publish({ k: 'kick', m: meeting, who: person, why });
    },
    poke(topic) {
      pokeHere(topic);
      engine.bus.publish({ k: 'poke', topic });
    },
    drain: (perSecond) => drain(engine, lines, perSecond),
    async stop() {
      await sendAway(engine, lines);
      engine.state = 'stopped';
      stopTicking();
      unsubscribe();
    },
    present(meeting) {
      const room = engine.rooms.get(meeting);
      return room ? present(room, engine.clock.now()).size : 0;
    },
    now: engine.clock.now,
    figures: () => ({
      ...engine.counts,
      rooms: engine.rooms.size,
      connections: lines.size,
      waiting: [...engine.rooms.values()].reduce((sum, { queue }) => sum + queue.length, 0),
    }),
  };
}
