import {
  addTo,
  applyPatch,
  emptyPatch,
  executedBy,
  handsIn,
  noteExecuted,
  outcomeOf,
  Refused,
  runOnServer,
  type Op,
  type Outcome,
  type ParticipantId,
  type Patch,
  type RefusalCode,
  type World,
} from '@rondo/meeting';
import { present } from './here.ts';
import type { NewEntry } from './ports.ts';
import type { Delivered } from './recent.ts';
import type { Engine, Queued, Room, Verdict } from './room.ts';

/** What the queued commands of one meeting did in one turn: already on the document, not yet in the log. */
export interface Turn {
  room: Room;
  taken: Queued[];
  /** Undoes the turn, in the order to apply. */
  undo: Patch[];
  /** Null: nothing to store. */
  entry: NewEntry | null;
  delivered: Delivered;
  /** Parts of the board it touched that others depend on. */
  touched: Touched;
  /** Commands with a number that are answered by this turn, repeats included. */
  answered: Queued[];
  /** Numbers that came too early. */
  gaps: Queued[];
  /** Commands that were carried out now. */
  done: Queued[];
  /** What becomes of commands without a number, once the turn is committed. */
  settled: Verdict[];
  /** Whether this turn ended the meeting, or took its end back. */
  turned: Turned | null;
}

export type Turned =
  | { readonly to: 'ended'; readonly outcome: Outcome }
  | { readonly to: 'running' };

/** The parts of the board that an entry has changed: some ask for more than being sent. */
export type Touched = ReadonlySet<string>;

export function touchedBy(board: readonly Op[]): Touched {
  const touched = new Set<string>();
  for (const [path] of board) touched.add(path[0] ?? '');
  return touched;
}

/** Carries out what waits in a room, on its document. Null: nothing waits. */
export function takeTurn(engine: Engine, room: Room): Turn | null {
  if (room.queue.length === 0) return null;
  const taken: Queued[] = [];
  const undo: Patch[] = [];
  const patch = emptyPatch();
  const turn = { answered: [] as Queued[], gaps: [] as Queued[], done: [] as Queued[] };
  const settled: Turn['settled'] = [];
  let turned: Turned | null = null;
  const seq = room.seq + 1;
  const world = worldFor(engine, room);
  const most = Math.min(room.queue.length, engine.limits.turn);
  while (taken.length < most && turned === null) {
    const command = room.queue[taken.length];
    if (!command) break;
    taken.push(command);
    const known = lastAnswered(room, command);
    if (command.key && command.key.n !== known + 1) {
      (command.key.n <= known ? turn.answered : turn.gaps).push(command);
      continue;
    }
    const { patch: change, undo: back, ...ran } = carryOut(engine, room, command, world, seq);
    undo.push(back);
    addTo(patch, change);
    turned = ran.turned;
    engine.counts.commands++;
    if (ran.refusal) engine.counts.refused++;
    else turn.done.push(command);
    if (command.key) turn.answered.push(command);
    else settled.push([command, ran.refusal]);
  }
  room.queue.splice(0, taken.length);
  const { entry, delivered } = written(room, seq, patch);
  return {
    room,
    taken,
    undo: undo.reverse(),
    entry,
    delivered,
    touched: touchedBy(patch.board),
    ...turn,
    settled,
    turned,
  };
}

/** Takes a turn back that was not committed; its commands wait again, before the others. */
export function takeBack({ room, undo, taken }: Turn): void {
  for (const patch of undo) applyPatch(room.doc, patch);
  room.queue.unshift(...taken);
}

interface Ran {
  patch: Patch;
  undo: Patch;
  refusal: RefusalCode | null;
  turned: Turned | null;
}

/** Runs one command on the document, and notes that it is answered: both or neither. */
function carryOut(engine: Engine, room: Room, command: Queued, world: World, seq: number): Ran {
  const { doc } = room;
  const before = doc.board.status;
  let patch: Patch;
  let refusal: RefusalCode | null = null;
  try {
    patch = runOnServer(doc, command.me, command.request, engine.registry, world);
  } catch (error) {
    patch = emptyPatch();
    refusal = refusalFor(engine, room, command, error);
  }
  note(patch, room, command, seq, refusal);
  const undo = applyPatch(doc, patch);
  if (doc.board.status === before) return { patch, undo, refusal, turned: null };
  if (doc.board.status === 'running') return { patch, undo, refusal, turned: { to: 'running' } };
  try {
    const outcome = outcomeOf(doc.board, engine.registry);
    return { patch, undo, refusal, turned: { to: 'ended', outcome } };
  } catch (error) {
    applyPatch(doc, undo);
    patch = emptyPatch();
    refusal = refusalFor(engine, room, command, error);
    note(patch, room, command, seq, refusal);
    return { patch, undo: applyPatch(doc, patch), refusal, turned: null };
  }
}

/** A defect of a command must cost nobody else anything: it is refused like nonsense. */
function refusalFor(engine: Engine, room: Room, { request }: Queued, error: unknown): RefusalCode {
  if (error instanceof Refused) return error.code;
  const detail = `${request.phase ?? 'meeting'} ${request.name}`;
  engine.report({ what: 'command failed', meeting: room.meeting, detail, error });
  return 'bad-arguments';
}

/** The ledger may have been burnt, or have forgotten this client; its connection still knows. */
export function lastAnswered(room: Room, { key, me, seat }: Queued): number {
  if (!key || me === null) return 0;
  const known = executedBy(room.doc.ledger, me, key.client);
  return known.n === 0 ? (seat?.told ?? 0) : known.n;
}

function note(
  patch: Patch,
  room: Room,
  { me, key }: Queued,
  seq: number,
  refusal: RefusalCode | null,
): void {
  if (me === null || !key) return;
  patch.ledger.push(...noteExecuted(room.doc.ledger, me, key.client, key.n, seq, refusal));
}

function worldFor(engine: Engine, room: Room): World {
  return {
    ...engine.chance,
    now: engine.clock.now(),
    get present() {
      return present(room, engine.clock.now());
    },
  };
}

/** The texts of an entry: each part is made once, for the log and for all readers. */
function written(
  room: Room,
  seq: number,
  patch: Patch,
): { entry: NewEntry | null; delivered: Delivered } {
  const board = patch.board.length === 0 ? '' : JSON.stringify(patch.board);
  const hands = new Map<ParticipantId, string>();
  for (const person of handsIn(patch)) hands.set(person, JSON.stringify(patch.hands[person]));
  const delivered: Delivered = { seq, board, hands };
  if (board === '' && hands.size === 0 && patch.ledger.length === 0)
    return { entry: null, delivered };
  // Ids need no escaping: see `isId`.
  const inHands = [...hands].map(([person, ops]) => `"${person}":${ops}`).join(',');
  const body = `{"board":${board || '[]'},"hands":{${inHands}},"ledger":${JSON.stringify(patch.ledger)}}`;
  return { entry: { meeting: room.meeting, seq, body }, delivered };
}
