import {
  createMeeting,
  type Doc,
  type MeetingId,
  type ParticipantId,
  type PlannedPhase,
  type Registry,
} from '@rondo/meeting';
import { createNode, type Bus, type Entry } from '../../room/index.ts';
import { chanceOf, type Chance } from '../chance.ts';
import { testClock } from '../clock.ts';
import { lossyHub } from '../memory-bus.ts';
import { memoryLog } from '../memory-log.ts';
import type { PhasePlay } from '../play.ts';
import { createDevice } from './device.ts';
import type { Evidence, Heard, Made } from './evidence.ts';
import { BAD_DAY, NO_FAULTS, type Faults } from './faults.ts';
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
  /** How long people are busy and things go wrong, ms of virtual time. */
  readonly busyMs?: number;
  readonly tamper?: TabPorts['tamper'];
}

/** Everybody is back, everything is sent and answered, within so long after the last fault, ms. */
const CALM = 90_000;

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

/**
 * A meeting of several people over two or more nodes on virtual time, with everything going wrong
 * that the seed has in store; then a calm in which it has to come right again.
 */
export async function simulate(run: Run): Promise<Evidence> {
  const { seed, registry, breathe, busyMs = 40_000 } = run;
  const chance = chanceOf(seed);
  const time = testClock(breathe);
  let faults: Faults = BAD_DAY;
  const defects: string[] = [];
  const entries: Entry[] = [];
  const heard: Heard[] = [];
  const made: Made[] = [];

  const all = players(chance);
  const [host] = all;
  if (!host) throw new Error('a meeting needs people');
  const world = {
    now: time.now(),
    random: () => chance.below(2 ** 30) / 2 ** 30,
    id: chance.id,
    present: new Set<ParticipantId>(),
  };
  const { person: hostId, ...person } = host.visitor;
  const start: Doc = createMeeting(
    {
      id: MEETING,
      name: 'Simulated',
      activity: { id: 'simulated', name: 'Simulated' },
      flow: run.flow(chance),
      guests: chance.oneIn(2) ? 'yes' : 'lobby',
      host: { id: hostId, person: { ...person, state: 'in' } },
    },
    registry,
    world,
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
      chance: { random: world.random, id: chance.id },
      report: ({ what, error }) => {
        if (what === 'command failed' || what === 'log does not fit')
          defects.push(`${what}: ${String(error)}`);
      },
    });
    servers = [...servers, { node, life, wires: new Set<Wire>() }];
  }

  function crash(server: Server): void {
    servers = servers.filter((each) => each !== server);
    server.life.end();
    for (const wire of server.wires) wire.cut();
  }

  /** A deploy: newcomers go elsewhere, everybody is sent away, what is on its way is waited for. */
  async function retire(server: Server): Promise<void> {
    servers = servers.filter((each) => each !== server);
    await server.node.stop();
    server.life.end();
  }

  const ports: TabPorts = {
    time,
    chance,
    faults: () => faults,
    servers: () => servers,
    meeting: MEETING,
    registry,
    plays: new Map(run.plays.map((play) => [play.kind, play])),
    clientChance: { random: world.random, id: () => chance.id<'client'>() },
    heard,
    made,
    defect: (defect) => defects.push(String(defect)),
    tamper: run.tamper ?? ((_, text) => text),
  };

  let tabs: readonly Tab[] = [];
  const open = (player: Player): void => {
    tabs = [...tabs, openTab(ports, player)];
  };
  const close = (tab: Tab, isPolite: boolean): void => {
    tabs = tabs.filter((each) => each !== tab);
    if (isPolite) tab.client.close();
    tab.life.end();
  };

  function somethingHappens(): void {
    const tab = chance.pick(tabs);
    const server = chance.pick(servers);
    switch (chance.below(120)) {
      case 0:
        if (server && servers.length > 1) crash(server);
        if (servers.length < 3) startServer();
        return;
      case 1:
        if (server && servers.length > 1) retire(server).catch(ports.defect);
        if (servers.length < 3) startServer();
        return;
      case 2:
      case 3:
        // A reload, or a browser that crashes and comes back.
        if (!tab) return;
        close(tab, chance.oneIn(2));
        time.after(chance.below(2_000), () => open(tab.player));
        return;
      case 4:
        if (tab && tabs.length < 8) open(tab.player);
        return;
      case 5:
        tab?.client.wake();
        return;
      default:
        tab?.act();
    }
  }

  startServer();
  startServer();
  for (const player of all) time.after(chance.below(3_000), () => open(player));
  const end = time.now() + busyMs;
  const goOn = (): void => {
    if (time.now() >= end) return;
    somethingHappens();
    time.after(chance.below(400), goOn);
  };
  time.after(0, goOn);
  await time.advance(busyMs + 3_000);

  faults = NO_FAULTS;
  // Whoever comes back takes up what a tab left behind that has died meanwhile.
  for (const player of all) open(player);
  await time.advance(CALM);

  return {
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
  };
}
