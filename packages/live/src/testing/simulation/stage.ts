import {
  createMeeting,
  type Doc,
  type MeetingId,
  type ParticipantId,
  type PlannedPhase,
  type Registry,
} from '@rondo/meeting';
import { lossyHub } from '../../memory/bus.ts';
import { memoryLog } from '../../memory/log.ts';
import { createNode, type Bus, type Entry } from '../../room/index.ts';
import { someBrought } from '../brought.ts';
import { chanceOf, type Chance } from '../chance.ts';
import { testClock, type TestClock } from '../clock.ts';
import type { PhasePlay } from '../play.ts';
import { createDevice } from './device.ts';
import type { Evidence, Heard, Made } from './evidence.ts';
import type { Faults } from './faults.ts';
import { faulty, recorded } from './faulty-log.ts';
import { live, type Life } from './mortal.ts';
import type { Server, Wire } from './network.ts';
import { openTab, type Player, type Tab, type TabPorts } from './tab.ts';

export interface Run {
  readonly seed: number;
  readonly registry: Registry;
  readonly plays: readonly PhasePlay[];
  /** The phases of the meeting, with settings. */
  readonly flow: (chance: Chance) => PlannedPhase[];
  /** A turn of the event loop: see `testClock`. */
  readonly breathe: () => Promise<void>;
  readonly tamper?: TabPorts['tamper'];
}

/** Nodes, log, bus, network, people and their tabs; what happens on it is up to a script. */
export interface Stage {
  readonly time: TestClock;
  readonly chance: Chance;
  readonly players: readonly Player[];
  readonly servers: () => readonly Server[];
  readonly tabs: () => readonly Tab[];
  readonly setFaults: (faults: Faults) => void;
  readonly startServer: () => void;
  /** The process dies. */
  readonly crash: (server: Server) => void;
  /** A deploy: newcomers go elsewhere, everybody is sent away, what is on its way is waited for. */
  readonly retire: (server: Server) => void;
  readonly open: (player: Player) => Tab;
  /** Impolite: the browser crashes. */
  readonly close: (tab: Tab, isPolite: boolean) => void;
  readonly evidence: () => Evidence;
}

const MEETING = 'sim' as MeetingId;

function players(chance: Chance): Player[] {
  const roles = ['member', 'member', 'guest', 'member', 'guest'] as const;
  return roles.slice(0, 3 + chance.below(3)).map((role, index) => ({
    visitor: {
      // Any string of this shape is an id; the brand only tells kinds apart.
      person: `person${index}` as ParticipantId,
      name: `Person ${index}`,
      role,
      lead: index < 2,
    },
    device: createDevice(chance),
    skew: chance.below(600_000) - 300_000,
  }));
}

/** A dead process hears nothing. */
const mortal = (bus: Bus, life: Life): Bus => ({
  ...bus,
  subscribe: (listener) =>
    bus.subscribe((hint) => {
      if (!life.isOver()) listener(hint);
    }),
});

/** A new meeting on an empty stage: no node runs, nobody is there. */
export async function setStage(run: Run, firstFaults: Faults): Promise<Stage> {
  const { registry, breathe } = run;
  const chance = chanceOf(run.seed);
  const time = testClock(breathe);
  let faults = firstFaults;
  const defects: string[] = [];
  const entries: Entry[] = [];
  const heard: Heard[] = [];
  const made: Made[] = [];
  const random = (): number => chance.below(2 ** 30) / 2 ** 30;

  const all = players(chance);
  const [host] = all;
  if (!host) throw new Error('a meeting needs people');
  const { person: hostId, ...person } = host.visitor;
  const start = createMeeting(
    {
      id: MEETING,
      name: 'Simulated',
      activity: { id: 'simulated', name: 'Simulated' },
      flow: run.flow(chance),
      guests: chance.oneIn(2) ? 'yes' : 'lobby',
      host: { id: hostId, person: { ...person, state: 'in' } },
      brought: someBrought(
        chance,
        all.map(({ visitor }) => visitor.person),
      ),
    },
    registry,
    { now: time.now(), random, id: chance.id, present: new Set() },
  );
  // The log hands out documents that change; this one must not.
  const startText = JSON.stringify(start);
  const log = recorded(memoryLog(), MEETING, entries);
  await log.create(MEETING, start);

  const hub = lossyHub(time, () => {
    if (chance.oneIn(faults.hintLost)) return [];
    const late = (): number => chance.below(faults.hintLate + 1);
    return chance.oneIn(faults.hintDoubled) ? [late(), late()] : [late()];
  });

  let servers: readonly Server[] = [];
  let started = 0;
  function startServer(): void {
    const life = live(time);
    const node = createNode({
      name: `node${started++}`,
      registry,
      log: faulty(log, time, chance, () => faults, life),
      bus: mortal(hub.bus(), life),
      clock: life.clock,
      chance: { random, id: chance.id },
      report: ({ what, error }) => {
        if (what === 'command failed' || what === 'log does not fit')
          defects.push(`${what}: ${String(error)}`);
      },
    });
    servers = [...servers, { node, life, wires: new Set<Wire>() }];
  }

  const ports: TabPorts = {
    time,
    chance,
    faults: () => faults,
    servers: () => servers,
    meeting: MEETING,
    registry,
    plays: new Map(run.plays.map((play) => [play.kind, play])),
    clientChance: { random, id: () => chance.id<'client'>() },
    heard,
    made,
    defect: (defect) => defects.push(String(defect)),
    tamper: run.tamper ?? ((_, text) => text),
  };
  let tabs: readonly Tab[] = [];

  return {
    time,
    chance,
    players: all,
    servers: () => servers,
    tabs: () => tabs,
    setFaults: (next) => {
      faults = next;
    },
    startServer,
    crash: (server) => {
      servers = servers.filter((each) => each !== server);
      server.life.end();
      for (const wire of server.wires) wire.cut();
    },
    retire: (server) => {
      servers = servers.filter((each) => each !== server);
      server.node.stop().then(server.life.end, ports.defect);
    },
    open: (player) => {
      const tab = openTab(ports, player);
      tabs = [...tabs, tab];
      return tab;
    },
    close: (tab, isPolite) => {
      tabs = tabs.filter((each) => each !== tab);
      if (isPolite) tab.client.close();
      tab.life.end();
    },
    evidence: () => ({
      // Its own text from before.
      start: JSON.parse(startText) as Doc,
      entries,
      heard,
      made,
      finals: tabs.map(({ player, client }) => ({
        person: player.visitor.person,
        state: client.getState(),
      })),
      left: tabs
        .filter(({ client }) => client.getState().status.is === 'live')
        .reduce((sum, { player }) => sum + player.device.stored(), 0),
      defects,
    }),
  };
}
