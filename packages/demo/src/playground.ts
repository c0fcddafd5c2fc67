import { createLiveClient, type CommandStore, type LiveClient } from '@rondo/live/client';
import { memoryLog, perfectHub } from '@rondo/live/memory';
import { createNode, type Visitor } from '@rondo/live/room';
import {
  createMeeting,
  type Brought,
  type Id,
  type LocalText,
  type MeetingId,
  type Outcome,
  type PlannedPhase,
} from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { phasesOnServer } from '@rondo/phases/server';
import { inviteTeammate, type Teammate } from './teammate.ts';
import { wireTo } from './wire.ts';

/** What this device lends: its clock and its chance. */
export interface PlaygroundPorts {
  /** ms since 1970. */
  readonly now: () => number;
  /** After `ms`; returns how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly id: <B extends string>() => Id<B>;
  readonly report: (defect: unknown) => void;
}

export interface PlaygroundPlan {
  readonly name: string;
  readonly activity: { readonly id: string; readonly name: LocalText };
  readonly flow: readonly PlannedPhase[];
  readonly brought?: Brought | undefined;
  /** What the one real person is called. */
  readonly me: string;
  readonly teammates: readonly Teammate[];
}

/** A meeting that nobody else sees: the whole engine in this tab, with simulated teammates. */
export interface Playground {
  readonly client: LiveClient;
  /** What remained, once it has ended. */
  readonly outcome: () => Outcome | null;
  readonly close: () => void;
}

const MEETING = 'playground' as MeetingId;

/** Nothing is kept: a playground ends with its tab. */
const FORGETFUL: CommandStore = {
  adopt: () => Promise.resolve([]),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
  close: () => undefined,
};

/** Opens a meeting in memory, with the one real person as its facilitator. */
export async function openPlayground(
  plan: PlaygroundPlan,
  ports: PlaygroundPorts,
): Promise<Playground> {
  const { now, after, random, id, report } = ports;
  const clock = { now, after, soon: (run: () => void) => void Promise.resolve().then(run) };
  const log = memoryLog();
  const host: Visitor = { person: id<'participant'>(), name: plan.me, role: 'member', lead: true };
  const mates = plan.teammates.map((teammate) => ({
    teammate,
    visitor: {
      person: id<'participant'>(),
      name: teammate.name,
      role: 'member',
      lead: false,
    } satisfies Visitor,
  }));
  const doc = createMeeting(
    {
      id: MEETING,
      name: plan.name,
      activity: plan.activity,
      flow: plan.flow,
      guests: 'no',
      host: { id: host.person, person: { name: plan.me, role: 'member', lead: true, state: 'in' } },
      ...(plan.brought && { brought: plan.brought }),
    },
    phases,
    { now: now(), random, id, present: new Set([host.person]) },
  );
  await log.create(MEETING, doc);
  const node = createNode({
    name: 'playground',
    registry: phasesOnServer,
    log,
    bus: perfectHub(clock).bus(),
    clock,
    chance: { random, id },
    report: ({ error }) => report(error),
  });
  const join = (visitor: Visitor): LiveClient =>
    createLiveClient({
      meeting: MEETING,
      registry: phases,
      transport: wireTo(node, visitor, after),
      store: FORGETFUL,
      clock: { now, after },
      chance: { random, id: id<'client'> },
      report,
    });

  const client = join(host);
  const others = mates.map(({ teammate, visitor }) =>
    inviteTeammate(join(visitor), teammate, ports),
  );
  return {
    client,
    outcome: () => log.outcome(MEETING),
    close: () => {
      for (const leave of others) leave();
      client.close();
      void node.stop();
    },
  };
}
