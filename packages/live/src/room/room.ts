import type {
  Board,
  ClientId,
  Doc,
  MeetingId,
  ParticipantId,
  Registry,
  RefusalCode,
  Request,
} from '@rondo/meeting';
import type { Presence } from '../messages/index.ts';
import type { Bucket } from './bucket.ts';
import type { Limits } from './limits.ts';
import type {
  Bus,
  Chance,
  Clock,
  Connection,
  Log,
  NewEntry,
  Report,
  Shared,
  Visitor,
} from './ports.ts';
import type { Recent } from './recent.ts';

/** One connection that has been let through to a meeting. */
export interface Seat {
  readonly room: Room;
  readonly connection: Connection;
  readonly visitor: Visitor;
  readonly person: ParticipantId;
  readonly client: ClientId;
  /** The entry up to which the client knows everything; null: it knows nothing. */
  readonly since: number | null;
  /** `waiting` is the lobby. */
  state: 'arriving' | 'waiting' | 'in' | 'gone';
  /** True once its `enter` has been carried out. */
  entered: boolean;
  /** True once the log has been read because the client knew more than this node. */
  caughtUp: boolean;
  /** The last command this connection knows to be answered. */
  told: number;
  /** Commands that could not be taken now, by number, not told yet. */
  notNow: Record<string, RefusalCode>;
  /** This reader is too slow for changes, and the whole view is owed; null: it keeps up. */
  behind: Lag | null;
  /** The whole of who is here is owed. */
  owedHere: boolean;
  readonly commands: Bucket;
  /** Called once, when it is let in. */
  readonly onIn: () => void;
}

/** How a slow reader gets on. */
export interface Lag {
  /** The least that was unsent so far, bytes. */
  unsent: number;
  /** Since when it has not become less, server time ms. */
  since: number;
}

/** How a command without a number ended. */
export type Settled = { readonly seq: number } | { readonly refused: RefusalCode };

/** What becomes of a command without a number once its turn is committed; null: carried out. */
export type Verdict = readonly [Queued, RefusalCode | null];

/** A command that waits for its turn. */
export interface Queued {
  readonly request: Request;
  /** Null: the server itself. */
  readonly me: ParticipantId | null;
  /** What makes it exactly once; null: made by the server, told through `settle`. */
  readonly key: { readonly client: ClientId; readonly n: number } | null;
  readonly seat: Seat | null;
  readonly settle: ((result: Settled) => void) | null;
}

/** Somebody on this node, as their own connections tell it. */
export interface OwnPresence {
  connections: number;
  /** What they last said; shown to others only as far as the phase allows. */
  doing: Presence;
  /** Cancels the end of their grace. */
  leaving: (() => void) | null;
}

/** What another node says, and until when it holds, server time ms. */
export interface Heard<What> {
  what: What;
  until: number;
}

/** The fleeting lane of one meeting. */
export interface Here {
  own: Map<ParticipantId, OwnPresence>;
  heard: Map<ParticipantId, Map<string, Heard<Presence>>>;
  heardWriting: Map<string, Heard<Record<string, string[]>>>;
  /** Who may be typing or dragging: whom to look at again when a phase becomes quiet. */
  doing: Set<ParticipantId>;
  /** What everybody was last told of each person, as JSON text. */
  shown: Map<ParticipantId, string>;
  shownWriting: string;
  /** What this node last told the others about writing. */
  announcedWriting: string;
  changed: Set<ParticipantId>;
  flushing: boolean;
  announceAt: number;
}

/** A command that was carried out, and was not a repeat. */
export type Done = Pick<Queued, 'me' | 'request'>;

/** A meeting in the memory of one node. */
export interface Room {
  readonly meeting: MeetingId;
  /** As of entry `seq`, except while a turn is being committed: then ahead of it by that turn. */
  doc: Doc;
  /** The last entry known to be committed. */
  seq: number;
  queue: Queued[];
  /** `committing`: a turn is on its way to the log; `reading`: the log is being read. */
  busy: 'committing' | 'reading' | null;
  /** What has to see committed state only; runs as soon as nothing is on its way. */
  whenSettled: (() => void)[];
  /** The highest head anybody spoke of. */
  hinted: number;
  /** A turn of which nobody can say whether it was committed; the log will tell. */
  unsure: { entry: NewEntry; settled: readonly Verdict[] } | null;
  /** Turns in a row that met another head. */
  conflicts: number;
  /** Let in. */
  seats: Set<Seat>;
  byPerson: Map<ParticipantId, Set<Seat>>;
  /** On their way in, or in the lobby. */
  outside: Set<Seat>;
  recent: Recent;
  /** The board as JSON text at entry `seq`, made when somebody needs it. */
  boardText: (Shared & { readonly seq: number }) | null;
  here: Here;
  snapshotAt: number;
  beatAt: number;
  /** Since when nobody is here, server time ms. */
  emptySince: number;
}

/** What all rooms of a node share. */
export interface Engine {
  readonly name: string;
  readonly registry: Registry;
  readonly log: Log;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly report: Report;
  readonly limits: Limits;
  /** Called for every entry that this node has written, with the parts of the board it changed. */
  readonly onEntry: (
    meeting: MeetingId,
    board: Board,
    changed: ReadonlySet<string>,
    done: readonly Done[],
  ) => void;
  readonly rooms: Map<MeetingId, Room>;
  readonly loading: Map<MeetingId, Promise<Room | null>>;
  /** Rooms with commands that wait and nothing on its way. */
  readonly dirty: Set<Room>;
  /** Seats that are owed something because they read slowly. */
  readonly slow: Set<Seat>;
  /** Runs what waits; wired up where the node is made, as are the following. */
  readonly flush: () => void;
  /** Reads what the log has and this room has not, after a pause in ms. */
  readonly catchUp: (room: Room, pause: number) => void;
  batchOnItsWay: boolean;
  flushSoon: boolean;
  state: 'open' | 'draining' | 'stopped';
  readonly counts: Counts;
}

/** What has happened since the node started. */
export interface Counts {
  commands: number;
  refused: number;
  entries: number;
  batches: number;
  conflicts: number;
  views: number;
  slowReaders: number;
}

export function newRoom(meeting: MeetingId, seq: number, doc: Doc, now: number): Room {
  return {
    meeting,
    doc,
    seq,
    queue: [],
    busy: null,
    whenSettled: [],
    hinted: 0,
    unsure: null,
    conflicts: 0,
    seats: new Set(),
    byPerson: new Map(),
    outside: new Set(),
    recent: { entries: [], size: 0 },
    boardText: null,
    here: {
      own: new Map(),
      heard: new Map(),
      heardWriting: new Map(),
      doing: new Set(),
      shown: new Map(),
      shownWriting: '{}',
      announcedWriting: '{}',
      changed: new Set(),
      flushing: false,
      announceAt: now,
    },
    snapshotAt: seq,
    beatAt: now,
    emptySince: now,
  };
}
