import {
  emptyHand,
  type ClientId,
  type MeetingId,
  type ParticipantId,
  type View,
} from '@rondo/meeting';
import {
  createLiveClient,
  type CommandStore,
  type LiveClient,
  type NumberedCommand,
  type RefusedCommand,
  type StoredStream,
} from '../client/index.ts';
import {
  PROTOCOL,
  type FromClient,
  type FromServer,
  type JoinMessage,
  type PatchMessage,
  type WelcomeMessage,
} from '../messages/index.ts';
import { testClock, type TestClock } from './clock.ts';
import { ANN, smallKinds, smallMeeting } from './small-kind.ts';

/** The server's end of one connection of the client; the test plays the server. */
export interface Wire {
  /** What the client has sent, in order. */
  readonly sent: FromClient[];
  readonly dos: () => Extract<FromClient, { t: 'do' }>[];
  readonly join: () => JoinMessage | undefined;
  readonly isClosed: () => boolean;
  readonly open: () => void;
  readonly say: (message: FromServer) => void;
  readonly close: (code?: number) => void;
  /** Opens, welcomes, and shows the meeting as of entry 0 where the client knows nothing. */
  readonly letIn: (welcome?: Partial<WelcomeMessage>) => void;
  readonly entry: (s: number, rest?: Partial<PatchMessage>) => void;
}

/** A client whose server, network, device and clock are all in the test's hands. */
export interface Bench {
  readonly client: LiveClient;
  readonly clock: TestClock;
  readonly wires: readonly Wire[];
  readonly latest: () => Wire;
  readonly store: BenchStore;
  readonly refused: readonly RefusedCommand[];
  readonly defects: readonly unknown[];
  readonly start: View;
}

export interface BenchStore extends CommandStore {
  readonly kept: NumberedCommand[];
  readonly forgotten: [ClientId, number][];
  /** Set to let `keep` wait, or fail. */
  keeping: (() => Promise<void>) | null;
}

export interface BenchOptions {
  breathe: () => Promise<void>;
  stored?: readonly StoredStream[];
  random?: () => number;
  /** Nobody listens for refusals yet. */
  deaf?: boolean;
}

const MEETING = 'm1' as MeetingId;

function benchStore(stored: readonly StoredStream[]): BenchStore {
  const store: BenchStore = {
    kept: [],
    forgotten: [],
    keeping: null,
    adopt: async () => stored,
    keep: async (_me: ParticipantId, _client: ClientId, command) => {
      if (store.keeping) await store.keeping();
      store.kept.push(command);
    },
    forget: async (client, n) => {
      store.forgotten.push([client, n]);
    },
    close: () => undefined,
  };
  return store;
}

export function bench({ breathe, stored = [], random = () => 0.5, deaf }: BenchOptions): Bench {
  const clock = testClock(breathe);
  const wires: Wire[] = [];
  const store = benchStore(stored);
  const refused: RefusedCommand[] = [];
  const defects: unknown[] = [];
  const start: View = { board: smallMeeting(MEETING).board, hand: emptyHand() };
  let ids = 0;

  const client = createLiveClient({
    meeting: MEETING,
    registry: smallKinds,
    transport: {
      connect: (on) => {
        const sent: FromClient[] = [];
        let isClosed = false;
        const wire: Wire = {
          sent,
          dos: () => sent.filter((each) => each.t === 'do'),
          join: () => sent.find((each) => each.t === 'join'),
          isClosed: () => isClosed,
          open: () => on.open(),
          say: (message) => on.message(JSON.stringify(message)),
          close: (code) => {
            isClosed = true;
            on.close(code ?? null);
          },
          letIn: (welcome = {}) => {
            on.open();
            const time = clock.now();
            wire.say({
              t: 'welcome',
              v: PROTOCOL,
              me: ANN,
              s: 0,
              time,
              from: 0,
              n: 0,
              no: {},
              ...welcome,
            });
            if (wire.join()?.since === undefined)
              wire.say({ t: 'view', s: welcome.s ?? 0, board: start.board, hand: start.hand });
          },
          entry: (s, rest = {}) => wire.say({ t: 'p', s, ...rest }),
        };
        wires.push(wire);
        return {
          // Written by the client a moment ago.
          send: (text) => sent.push(JSON.parse(text) as FromClient),
          close: () => {
            isClosed = true;
          },
        };
      },
    },
    store,
    clock,
    chance: { random, id: () => `client${++ids}` as ClientId },
    report: (defect) => defects.push(defect),
  });
  if (!deaf) client.onRefused((each) => refused.push(each));

  const latest = (): Wire => {
    const wire = wires.at(-1);
    if (!wire) throw new Error('the client has not connected');
    return wire;
  };
  return { client, clock, wires, latest, store, refused, defects, start };
}
