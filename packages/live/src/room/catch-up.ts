import { applyPatch, handsIn, type Op, type ParticipantId, type Patch } from '@rondo/meeting';
import {
  admitWaiting,
  deliver,
  dismiss,
  sendView,
  showOutRemoved,
  showOutWaiting,
  tellAnswer,
  type Answered,
} from './deliver.ts';
import { lookAgain } from './here.ts';
import type { Entry } from './ports.ts';
import { noRecent, remember, type Delivered } from './recent.ts';
import type { Engine, Room } from './room.ts';
import { becomeSettled } from './settle.ts';
import { isBehind } from './slow.ts';
import { touchedBy } from './turn.ts';

/**
 * Reads what the log has and this room has not, and passes it on. Never gives up: while the log
 * cannot be reached, commands wait and what everybody sees stays as it is.
 */
export async function catchUp(engine: Engine, room: Room, pauseMs: number): Promise<void> {
  room.busy = 'reading';
  engine.dirty.delete(room);
  for (let attempt = 0, pause = pauseMs; ; attempt++) {
    if (pause > 0) await new Promise<void>((resume) => engine.clock.after(pause, resume));
    if (engine.state === 'stopped') return;
    try {
      await readTail(engine, room);
      break;
    } catch (error) {
      const detail = `attempt ${attempt + 1}`;
      engine.report({ what: 'log unreachable', meeting: room.meeting, detail, error });
      const longest = Math.min(engine.limits.retryMs, 100 * 2 ** attempt);
      pause = longest * (0.5 + engine.chance.random() / 2);
    }
  }
  // Commands of an unsure turn that are not in the log by now will never be; they run again.
  room.unsure = null;
  becomeSettled(engine, room);
}

async function readTail(engine: Engine, room: Room): Promise<void> {
  // Heads heard of from now on may be newer than what is about to be read.
  room.hinted = room.seq;
  const entries = await engine.log.tail(room.meeting, room.seq);
  if (!entries) return reload(engine, room);
  for (const entry of entries) {
    try {
      takeIn(engine, room, entry);
    } catch (error) {
      const detail = String(entry.seq);
      engine.report({ what: 'log does not fit', meeting: room.meeting, detail, error });
      return reload(engine, room);
    }
  }
}

/** Applies an entry that is in the log already, and sends it to everybody here. */
function takeIn(engine: Engine, room: Room, entry: Entry): void {
  if (entry.seq !== room.seq + 1) throw new Error(`expected entry ${room.seq + 1}`);
  // The log gives back what a node has written.
  const patch = JSON.parse(entry.body) as Patch;
  applyPatch(room.doc, patch);
  room.seq = entry.seq;
  const delivered = textsOf(entry.seq, patch);
  remember(room.recent, delivered, engine.limits);
  const touched = touchedBy(patch.board);
  if (touched.has('people')) showOutRemoved(engine, room);
  deliver(engine, room, delivered, answeredIn(patch.ledger));
  if (touched.has('people')) admitWaiting(engine, room);
  if (touched.has('status')) showOutWaiting(engine, room);
  if (touched.has('phases')) lookAgain(engine, room);
  settleUnsure(room, entry);
}

export function textsOf(seq: number, patch: Patch): Delivered {
  const hands = new Map<ParticipantId, string>();
  for (const person of handsIn(patch)) hands.set(person, JSON.stringify(patch.hands[person]));
  return { seq, board: patch.board.length === 0 ? '' : JSON.stringify(patch.board), hands };
}

/** Whose commands an entry answers: its ledger says so. */
function answeredIn(ledger: readonly Op[]): Answered[] {
  const seen = new Map<string, Answered>();
  for (const [path] of ledger) {
    const [part, person, client] = path;
    if (part !== 'executed' || person === undefined || client === undefined) continue;
    // Paths below `executed` are made of participant ids and client ids.
    seen.set(`${person} ${client}`, { person: person as ParticipantId, client });
  }
  return [...seen.values()];
}

/** The turn nobody was sure of is in the log after all: commands without a number must not run again. */
function settleUnsure(room: Room, { seq, body }: Entry): void {
  const { unsure } = room;
  if (unsure?.entry.seq !== seq || unsure.entry.body !== body) return;
  const done = new Set(unsure.settled.map(([command]) => command));
  room.queue = room.queue.filter((command) => !done.has(command));
  for (const [command, refusal] of unsure.settled)
    command.settle?.(refusal ? { refused: refusal } : { seq });
}

/** Takes everything anew: the entries in between are no longer kept, or do not fit. */
async function reload(engine: Engine, room: Room): Promise<void> {
  const loaded = await engine.log.load(room.meeting);
  if (!loaded) {
    engine.rooms.delete(room.meeting);
    for (const seat of [...room.seats, ...room.outside]) dismiss(engine, room, seat, 'notFound', 0);
    for (const { settle } of room.queue.splice(0)) settle?.({ refused: 'not-found' });
    return;
  }
  room.doc = loaded.doc;
  room.seq = loaded.seq;
  room.snapshotAt = loaded.seq;
  room.recent = noRecent();
  room.boardText = null;
  showOutRemoved(engine, room);
  for (const seat of room.seats) {
    // One that is behind gets its view anyway.
    if (isBehind(engine, seat)) continue;
    sendView(engine, room, seat);
    tellAnswer(engine, room, seat);
  }
  admitWaiting(engine, room);
  showOutWaiting(engine, room);
  lookAgain(engine, room);
}
