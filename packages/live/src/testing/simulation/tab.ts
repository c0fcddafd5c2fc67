import {
  meetingCommands,
  type Command,
  type MeetingId,
  type PhaseId,
  type Registry,
} from '@rondo/meeting';
import {
  createLiveClient,
  type ClientChance,
  type LiveClient,
  type NumberedCommand,
} from '../../client/index.ts';
import type { FromClient } from '../../messages/index.ts';
import type { Visitor } from '../../room/index.ts';
import type { Chance } from '../chance.ts';
import { meetingMove } from '../meeting-play.ts';
import type { Move, PhasePlay } from '../play.ts';
import type { Device } from './device.ts';
import type { Heard, Made } from './evidence.ts';
import { live, type Life } from './mortal.ts';
import { connect, type NetworkPorts } from './network.ts';

/** Somebody with a browser. */
export interface Player {
  readonly visitor: Visitor;
  readonly device: Device;
  /** How wrong this device's clock is, ms. */
  readonly skew: number;
}

export interface TabPorts extends NetworkPorts {
  readonly meeting: MeetingId;
  readonly registry: Registry;
  readonly plays: ReadonlyMap<string, PhasePlay>;
  readonly clientChance: ClientChance;
  readonly heard: Heard[];
  readonly made: Made[];
  readonly defect: (defect: unknown) => void;
  /** Changes what a tab hears; tests of the checker do. */
  readonly tamper: (heard: Heard, text: string) => string;
}

/** One visit of a player to the meeting. */
export interface Tab {
  readonly player: Player;
  readonly client: LiveClient;
  readonly life: Life;
  /** Does something that comes to mind; null: nothing did. */
  readonly act: () => Did | null;
  readonly send: (phase: PhaseId | null, move: Move) => Did | null;
}

/** What somebody just did. */
export interface Did {
  /** The phase's kind; `meeting`. */
  readonly kind: string;
  readonly command: Command;
  /** Null: refused on the spot. */
  readonly made: Made | null;
}

export function openTab(ports: TabPorts, player: Player): Tab {
  const { meeting, registry, chance, time, made, defect } = ports;
  const { visitor } = player;
  const life = live(time, player.skew);
  let latest: Made | null = null;

  const keep = (command: NumberedCommand & Pick<Made, 'person' | 'client'>): void => {
    const { server: _, seq: __, ...rest } = command;
    latest = { ...rest, answer: null };
    made.push(latest);
  };

  const client = createLiveClient({
    meeting,
    registry,
    transport: {
      connect: (on) => {
        const heard: Heard = { person: visitor.person, since: null, texts: [] };
        ports.heard.push(heard);
        const connection = connect(ports, life, () => Promise.resolve(visitor), {
          ...on,
          message: (text) => {
            const tampered = ports.tamper(heard, text);
            heard.texts.push(tampered);
            on.message(tampered);
          },
        });
        return {
          ...connection,
          send: (text) => {
            // Written by the client a moment ago.
            const message = JSON.parse(text) as FromClient;
            if (message.t === 'join') heard.since = message.since ?? null;
            connection.send(text);
          },
        };
      },
    },
    store: player.device.openedBy(life, (person, client, command) =>
      keep({ ...command, person, client }),
    ),
    clock: life.clock,
    chance: ports.clientChance,
    report: defect,
  });

  function send(phase: PhaseId | null, { name, args }: Move): Did | null {
    const kind = phase === null ? 'meeting' : client.getState().view?.board.phases[phase]?.kind;
    const command = phase === null ? meetingCommands[name] : registry[kind ?? '']?.commands[name];
    if (!command || kind === undefined) return null;
    latest = null;
    const answer = client.send(phase, command, args);
    const made: Made | null = latest;
    if (made) noteAnswer(made, answer).catch(defect);
    return { kind, command, made };
  }

  function act(): Did | null {
    const { view, me } = client.getState();
    if (!view || !me) return null;
    const at = { view, me, steers: view.board.facilitator === me, chance, now: time.now() };
    if (chance.oneIn(4)) return send(null, meetingMove(at));
    const phase = (chance.oneIn(6) ? chance.pick(view.board.flow) : undefined) ?? view.board.at;
    if (chance.oneIn(3)) tellDoing(client, phase, chance);
    const kind = view.board.phases[phase]?.kind ?? '';
    const move = ports.plays.get(kind)?.move({ ...at, phase });
    return move ? send(phase, move) : null;
  }

  return { player, client, life, act, send };
}

async function noteAnswer(made: Made, answer: ReturnType<LiveClient['send']>): Promise<void> {
  made.answer = await answer;
}

function tellDoing(client: LiveClient, at: PhaseId, chance: Chance): void {
  client.tell({ at, ...(chance.oneIn(2) ? { typing: 'start' } : {}) });
}
