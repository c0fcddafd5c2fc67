import type { ClientId } from '@rondo/meeting';
import {
  FromClient,
  PROTOCOL,
  isAccepted,
  type CloseReason,
  type DoMessage,
  type JoinMessage,
} from '../messages/index.ts';
import { arrive } from './arrive.ts';
import { fullBucket, takeFrom } from './bucket.ts';
import { notNow } from './commit.ts';
import { dismiss, leave } from './deliver.ts';
import { beatFrame, byeFrame } from './frames.ts';
import { doingHere } from './here.ts';
import { roomOf } from './load.ts';
import type { Arrival, Authorize, Connection, Visitor } from './ports.ts';
import type { Engine, Queued, Room, Seat } from './room.ts';
import { enqueue, whenSettled } from './settle.ts';

/** One connection as the server sees it, from its first message to its end. */
export interface Line {
  /** Takes one message of the client, as text. */
  readonly receive: (text: string) => void;
  /** The connection is gone. */
  readonly closed: () => void;
  /** Sends the client away. */
  readonly end: (why: CloseReason, afterMs: number) => void;
  /** Asks the client to go elsewhere, and goes on serving it until it does. */
  readonly moveOn: () => void;
  /** Null until it has been let through to a meeting. */
  readonly seat: () => Seat | null;
}

export function openLine(engine: Engine, connection: Connection, authorize: Authorize): Line {
  const bucket = fullBucket(engine.limits.messages, engine.clock.now());
  let state: 'fresh' | 'joining' | 'seated' | 'over' = 'fresh';
  let seat: Seat | null = null;
  /** Commands sent before being let in; they run as soon as that has happened. */
  const ahead: DoMessage[] = [];

  const end = (why: CloseReason, afterMs: number): void => {
    if (state === 'over') return;
    state = 'over';
    if (seat) return dismiss(engine, seat.room, seat, why, afterMs);
    connection.send(byeFrame(why, afterMs));
    connection.close(why);
  };

  const join = async (message: JoinMessage): Promise<void> => {
    state = 'joining';
    if (!isAccepted(message.v))
      return end(message.v < PROTOCOL ? 'clientTooOld' : 'serverTooOld', 0);
    let room: Room | null;
    let visitor: Awaited<ReturnType<Authorize>>;
    try {
      visitor = await authorize(message.meeting, arrivalOf(engine, message));
      if (typeof visitor === 'string') return end(visitor, 0);
      if ('afterMs' in visitor) return end('overloaded', visitor.afterMs);
      room = await roomOf(engine, message.meeting);
    } catch (error) {
      engine.report({ what: 'join failed', meeting: message.meeting, detail: '', error });
      return end('overloaded', 1_000 + engine.chance.random() * 4_000);
    }
    if (!room) return end('notFound', 0);
    if (state !== 'joining') return;
    const seated = takeSeat(engine, room, connection, visitor, message, () => {
      for (const each of ahead.splice(0)) take(engine, seated, each);
    });
    seat = seated;
    state = 'seated';
    whenSettled(room, () => arrive(engine, seated));
  };

  const receive = (text: string): void => {
    if (state === 'over') return;
    if (!takeFrom(bucket, engine.limits.messages, engine.clock.now())) return end('tooFast', 5_000);
    const message = read(text);
    if (!message) return end('malformed', 0);
    switch (message.t) {
      case 'join':
        if (state === 'fresh') void join(message);
        else end('malformed', 0);
        return;
      case 'ping':
        connection.send(beatFrame(seat?.state === 'in' ? seat.room.seq : 0, engine.clock.now()));
        return;
      case 'do':
        if (seat?.state === 'in') take(engine, seat, message);
        else if (ahead.push(message) > engine.limits.ahead) end('tooFast', 5_000);
        return;
      case 'now':
        if (seat?.state === 'in') doingHere(engine, seat.room, seat, message);
        return;
    }
  };

  return {
    receive,
    closed: () => {
      state = 'over';
      if (seat) leave(engine, seat.room, seat);
    },
    end,
    moveOn: () => {
      if (seat?.state === 'in' || seat?.state === 'waiting')
        connection.send(byeFrame('restart', 0));
      else end('restart', 0);
    },
    seat: () => seat,
  };
}

function arrivalOf(engine: Engine, { meeting, since }: JoinMessage): Arrival {
  return {
    isBack: async (person) => {
      const room =
        engine.rooms.get(meeting) ?? (since === undefined ? null : await roomOf(engine, meeting));
      if (!room || room.doc.board.status !== 'running') return false;
      const { people } = room.doc.board;
      return Object.hasOwn(people, person) && people[person]?.state === 'in';
    },
  };
}

/** A message of the protocol, or null. */
function read(text: string): FromClient | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // Not JSON is as malformed as the wrong JSON: the caller closes the connection for either.
    return null;
  }
  const result = FromClient.safeParse(raw);
  return result.success ? result.data : null;
}

function takeSeat(
  engine: Engine,
  room: Room,
  connection: Connection,
  visitor: Visitor,
  { client, since }: { client: ClientId; since?: number | undefined },
  onIn: () => void,
): Seat {
  const seat: Seat = {
    room,
    connection,
    visitor,
    person: visitor.person,
    client,
    since: since ?? null,
    state: 'arriving',
    entered: false,
    caughtUp: false,
    told: 0,
    notNow: {},
    behind: null,
    owedHere: false,
    commands: fullBucket(engine.limits.commands, engine.clock.now()),
    onIn,
  };
  room.outside.add(seat);
  return seat;
}

/** A command arrives: it waits for the next turn, unless there are too many. */
function take(engine: Engine, seat: Seat, { n, p, c, a }: DoMessage): void {
  const { room } = seat;
  const command: Queued = {
    request: { phase: p, name: c, args: a },
    me: seat.person,
    key: { client: seat.client, n },
    seat,
    settle: null,
  };
  if (!takeFrom(seat.commands, engine.limits.commands, engine.clock.now()))
    notNow(engine, command, 'too-fast');
  else if (room.queue.length >= engine.limits.queued) notNow(engine, command, 'busy');
  else enqueue(engine, room, command);
}
