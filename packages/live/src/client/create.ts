import type {
  Command,
  MeetingId,
  ParticipantId,
  PhaseId,
  RefusalCode,
  Registry,
  Request,
} from '@rondo/meeting';
import {
  LARGEST_FRAME,
  PROTOCOL,
  type CloseReason,
  type FromServer,
  type PatchMessage,
  type WelcomeMessage,
} from '../messages/index.ts';
import { createEarlier } from './earlier.ts';
import { createLateness } from './late.ts';
import { createLink } from './link.ts';
import { listeners } from './listeners.ts';
import type { ClientChance, ClientClock, CommandStore, Transport } from './ports.ts';
import { predicted, rebased } from './prediction.ts';
import { heard } from './presence.ts';
import { advanced, replicaOf, type Replica } from './replica.ts';
import { createSender } from './sender.ts';
import { createSettling } from './settling.ts';
import { EMPTY, type Answer, type LiveClient, type LiveState, type LiveStatus } from './state.ts';
import { createStream, type Settled, type Unanswered } from './stream.ts';
import { createTelling } from './telling.ts';

export interface LiveClientPorts {
  readonly meeting: MeetingId;
  readonly registry: Registry;
  readonly transport: Transport;
  readonly store: CommandStore;
  readonly clock: ClientClock;
  readonly chance: ClientChance;
  /** Something went wrong that should not happen; the client goes on. */
  readonly report: (defect: unknown) => void;
}

/** Characters of JSON that fit into a frame however many bytes each of them needs. */
const LONGEST_ARGUMENTS = LARGEST_FRAME / 3 - 256;

/** What `send` answers where no later visit could carry it out either. */
const CLOSED_FOR_GOOD: Partial<Record<CloseReason, RefusalCode>> = {
  notFound: 'not-found',
  removed: 'removed',
  locked: 'locked',
};

/** One tab's part in one meeting: shows it, changes it at once, keeps what is unsent, comes back by itself. */
export function createLiveClient(ports: LiveClientPorts): LiveClient {
  const { meeting, registry, transport, store, clock, chance, report } = ports;
  const changed = listeners<void>();
  const settling = createSettling(store, report);
  const poked = listeners<string>();

  let state: LiveState = EMPTY;
  let replica: Replica | null = null;
  let me: ParticipantId | null = null;
  /** The replica does not fit the log: ask for everything. */
  let isWrong = false;
  let clockOffset = 0;
  /** The head at the last beat: where it is still ahead at the next, something got lost. */
  let headAtBeat = -1;

  const set = (change: Partial<LiveState>): void => {
    state = { ...state, ...change };
    lateness.look(state);
    changed.tell();
  };
  const lateness = createLateness(clock, (late) => {
    if (state.late !== late) set({ late });
  });

  const link = createLink(
    { transport, clock, chance },
    {
      join: () => ({
        t: 'join',
        v: PROTOCOL,
        meeting,
        client: stream.client,
        ...(replica && !isWrong ? { since: replica.seq } : {}),
      }),
      message: received,
      down: (why, inMs) => {
        if (why === 'tooSlow') isWrong = true;
        sender.down();
        set({ status: whileDown(why, clock.now() + clockOffset + inMs), ...counted() });
      },
      stopped: closed,
    },
  );
  const earlier = createEarlier(
    { transport, clock, chance, meeting, store, report },
    {
      since: () => replica?.seq ?? 0,
      settled,
      changed: () => {
        refresh();
        sender.flush();
      },
    },
  );
  const telling = createTelling(clock, link.send);
  let { stream, sender } = newStream();

  function newStream() {
    const stream = createStream(chance.id(), []);
    const sender = createSender(
      stream,
      {
        clock,
        send: (message) => earlier.isDone() && link.send(message),
        rejoin: link.rejoin,
      },
      { settled, forgotten },
    );
    return { stream, sender };
  }

  function whileDown(why: CloseReason | null, nextAt: number): LiveStatus {
    if (state.view) return { is: 'offline', why, nextAt };
    // A full server has no ear for everybody who asks; silence is the same wait.
    return why === 'overloaded' || state.status.is === 'full'
      ? { is: 'full', nextAt }
      : state.status;
  }

  /** The server has forgotten this client's numbers; whether the rest was carried out nobody can say any more. */
  function forgotten(): void {
    settled(stream.abandon('stale'), 0);
    ({ stream, sender } = newStream());
    refresh();
    link.joinAnew();
  }

  function settled(list: readonly Settled[], s: number): void {
    settling.settle(list, s, replica?.seq ?? Infinity);
  }

  function counted(): Pick<LiveState, 'waiting' | 'unsent'> {
    const left = earlier.unanswered();
    const waiting = [...left, ...stream.unanswered()];
    return {
      waiting: waiting.length + state.waiting.length > 0 ? waiting : state.waiting,
      unsent: left.length + stream.unsent(),
    };
  }

  /** Everything that follows from a new base, or from a change of what is unanswered. */
  function refresh(): void {
    if (!replica || !me) return;
    const { seq, view: base } = replica;
    const commands = [...settling.lingering(seq), ...earlier.unanswered(), ...stream.unanswered()];
    set({ base, seq, view: rebased(base, me, commands, registry, report), ...counted() });
  }

  function closed(why: CloseReason): void {
    earlier.close();
    set({ status: { is: 'closed', why }, ...counted() });
  }

  function received(message: FromServer): void {
    switch (message.t) {
      case 'welcome':
        return welcomed(message);
      case 'view':
        replica = replicaOf(message);
        isWrong = false;
        set({ status: { is: 'live' } });
        if (me) earlier.start(me);
        return refresh();
      case 'p':
        return patched(message);
      case 'here':
        return set(heard(state, message, me));
      case 'beat':
        clockOffset = Math.max(clockOffset, message.time - clock.now());
        if (replica && headAtBeat > replica.seq) link.rejoin();
        headAtBeat = message.s;
        return;
      case 'lobby':
        return set({ status: { is: 'lobby', name: message.name } });
      case 'poke':
        return poked.tell(message.topic);
      case 'bye':
    }
  }

  function welcomed(message: WelcomeMessage): void {
    if (me && me !== message.me) {
      // Somebody else has signed in here: what is unsent is not theirs.
      link.close();
      return closed('signedOut');
    }
    me = message.me;
    clockOffset = message.time - clock.now();
    headAtBeat = -1;
    sender.welcome(message);
    telling.again();
    set(replica ? { me, status: { is: 'live' } } : { me });
    refresh();
  }

  function patched(message: PatchMessage): void {
    if (!replica) return;
    const next = advanced(replica, message);
    if (next === 'gap' || next === 'unfit') {
      isWrong ||= next === 'unfit';
      return link.rejoin();
    }
    const isNews = next !== replica || message.n !== undefined;
    replica = next;
    sender.patch(message);
    if (isNews) refresh();
  }

  function send<Args>(phase: PhaseId | null, command: Command<Args>, args: Args): Promise<Answer> {
    const { status } = state;
    const never = status.is === 'closed' ? CLOSED_FOR_GOOD[status.why] : undefined;
    if (never) return Promise.resolve(never);
    if (!state.view || !me) return Promise.resolve('waiting');
    const text = JSON.stringify(args);
    if (text.length > LONGEST_ARGUMENTS) return Promise.resolve('too-long');
    // Exactly what the server will read, and nobody can change it any more.
    const request: Request = { phase, name: command.name, args: JSON.parse(text) };
    let { view } = state;
    if (command.side === 'both') {
      const result = predicted(view, me, request, registry);
      if ('refused' in result) return Promise.resolve(result.refused);
      ({ view } = result);
    }
    return new Promise((settle) => {
      keep(stream.add({ ...request, seq: state.seq, server: command.side === 'server' }, settle));
      set({ view, ...counted() });
    });
  }

  function keep(command: Unanswered): void {
    if (!me) return;
    const { n, seq, phase, name, args, server } = command;
    const goes = (): void => {
      command.mayGo = true;
      sender.flush();
      set(counted());
    };
    store
      .keep(me, stream.client, { n, seq, phase, name, args, server })
      .then(goes, (defect: unknown) => {
        report(defect);
        set({ stored: false });
        goes();
      });
  }

  return {
    getState: () => state,
    subscribe: changed.add,
    send,
    tell: telling.tell,
    onRefused: settling.onRefused,
    onPoke: poked.add,
    serverTime: () => clock.now() + clockOffset,
    wake: link.wake,
    rethink: refresh,
    close: () => {
      link.close();
      lateness.stop();
      earlier.close();
      store.close();
    },
  };
}
