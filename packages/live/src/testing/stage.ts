import type { ClientId, Doc, MeetingId, NewMeeting, ParticipantId, Registry } from '@rondo/meeting';
import { seeded, testWorld } from '@rondo/meeting/testing';
import { lossyHub, type Fate, type Hub } from '../memory/bus.ts';
import { memoryLog, type MemoryLog } from '../memory/log.ts';
import { PROTOCOL, type FromClient } from '../messages/index.ts';
import {
  createNode,
  type Limits,
  type LiveNode,
  type Log,
  type NodeOptions,
  type Problem,
  type Visitor,
} from '../room/index.ts';
import { testClock, type TestClock } from './clock.ts';
import { memoryConnection, type MemoryConnection } from './memory-connection.ts';
import { ANN, SMALL, smallKinds, smallMeeting } from './small-kind.ts';

export interface StageOptions {
  limits?: Partial<Limits>;
  /** What becomes of hints between nodes; default: every one arrives at once. */
  fate?: Fate;
  plan?: Partial<NewMeeting>;
  registry?: Registry;
  /** Told of what every node writes. */
  onEntry?: NodeOptions['onEntry'];
}

/** One connection of one person, with the hands of a browser. */
export interface Player extends MemoryConnection {
  tell(message: FromClient): void;
  /** Sends raw text. */
  write(text: string): void;
  /** The next command of this client: of the small phase, or (with `phase: null`) of the meeting. */
  act(name: string, args: unknown, phase?: string | null): number;
  leave(): void;
}

/** One meeting, as many nodes as a test wants on one log, and people coming in: all on virtual time. */
export interface Stage {
  readonly clock: TestClock;
  readonly log: MemoryLog;
  readonly meeting: MeetingId;
  readonly problems: Problem[];
  /** Another node; `through` may stand between it and the log. */
  node(through?: (log: Log) => Log): LiveNode;
  /** Connects without saying anything. */
  connect(node: LiveNode, who: Partial<Visitor>): Player;
  /** Connects and joins; the caller lets time pass. */
  join(node: LiveNode, who: Partial<Visitor>, more?: { client?: string; since?: number }): Player;
  /** What the log says about the meeting. */
  stored(): Promise<Doc>;
}

export async function stage(
  breathe: () => Promise<void>,
  { limits, fate = () => [0], plan, registry = smallKinds, onEntry }: StageOptions = {},
): Promise<Stage> {
  const clock = testClock(breathe);
  const log = memoryLog();
  const hub: Hub = lossyHub(clock, fate);
  const { id } = testWorld(7);
  const meeting = 'meeting' as MeetingId;
  const problems: Problem[] = [];
  await log.create(meeting, smallMeeting(meeting, plan));
  let nodes = 0;

  const connect: Stage['connect'] = (node, who) => {
    const person = who.person ?? ANN;
    const visitor: Visitor = { person, name: 'Ann', role: 'member', lead: person === ANN, ...who };
    const connection = memoryConnection(() => line.closed());
    const line = node.connect(connection, async (asked) =>
      asked === meeting ? visitor : 'notFound',
    );
    let n = 0;
    const tell = (message: FromClient): void => line.receive(JSON.stringify(message));
    return {
      ...connection,
      tell,
      write: line.receive,
      act: (name, args, phase = SMALL) => {
        // Tests name phases as they are.
        tell({ t: 'do', n: ++n, p: phase as typeof SMALL | null, c: name, a: args });
        return n;
      },
      leave: line.closed,
    };
  };

  return {
    clock,
    log,
    meeting,
    problems,
    node: (through = (same) => same) =>
      createNode({
        name: `node-${++nodes}`,
        registry,
        log: through(log),
        bus: hub.bus(),
        clock,
        chance: { random: seeded(nodes), id },
        report: (problem) => problems.push(problem),
        ...(limits && { limits }),
        ...(onEntry && { onEntry }),
      }),
    connect,
    join: (node, who, { client, since } = {}) => {
      const player = connect(node, who);
      const named = (client ?? id<'client'>()) as ClientId;
      const more = since === undefined ? {} : { since };
      player.tell({ t: 'join', v: PROTOCOL, meeting, client: named, ...more });
      return player;
    },
    stored: async () => {
      const loaded = await log.load(meeting);
      if (!loaded) throw new Error('the meeting is gone');
      return loaded.doc;
    },
  };
}

export const person = (id: string): ParticipantId => id as ParticipantId;
