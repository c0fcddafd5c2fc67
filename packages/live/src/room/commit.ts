import type { Doc, ParticipantId, RefusalCode } from '@rondo/meeting';
import { admitWaiting, deliver, showOutRemoved, showOutWaiting, tellAnswer } from './deliver.ts';
import { lookAgain } from './here.ts';
import type { NewEntry } from './ports.ts';
import { noRecent, remember } from './recent.ts';
import type { Engine, Queued, Room } from './room.ts';
import { becomeSettled, flushSoon, whenSettled } from './settle.ts';
import { takeBack, takeTurn, type Turn, type Turned } from './turn.ts';

/** Carries out what waits in every room and sends it to the log, all rooms in one statement. */
export function flush(engine: Engine): void {
  if (engine.batchOnItsWay) return;
  const turns: (Turn & { entry: NewEntry })[] = [];
  for (const room of engine.dirty) {
    if (turns.length >= engine.limits.batch) break;
    engine.dirty.delete(room);
    if (room.busy) continue;
    const turn = takeTurn(engine, room);
    if (!turn) continue;
    const { entry } = turn;
    if (!entry) conclude(engine, turn);
    else {
      room.busy = 'committing';
      if (turn.turned) void turnMeeting(engine, { ...turn, entry }, turn.turned);
      else turns.push({ ...turn, entry });
    }
  }
  if (turns.length > 0) void append(engine, turns);
}

async function append(engine: Engine, turns: readonly (Turn & { entry: NewEntry })[]) {
  engine.batchOnItsWay = true;
  engine.counts.batches++;
  let accepted: boolean[] | null = null;
  try {
    accepted = await engine.log.append(turns.map(({ entry }) => entry));
  } catch (error) {
    const detail = `${turns.length} entries`;
    engine.report({ what: 'log unreachable', meeting: null, detail, error });
  }
  engine.batchOnItsWay = false;
  turns.forEach((turn, index) => {
    if (!accepted) tellByLog(engine, turn);
    else if (accepted[index] !== true) tryAgain(engine, turn);
    else {
      spread(engine, turn);
      conclude(engine, turn);
    }
  });
  if (engine.dirty.size > 0) flushSoon(engine);
}

/** The turn in which a meeting ends, or goes on after its end: a transaction of its own. */
async function turnMeeting(engine: Engine, turn: Turn & { entry: NewEntry }, turned: Turned) {
  const { room, entry } = turn;
  const final: Doc = {
    board: room.doc.board,
    hands: {},
    ledger: { executed: {}, since: entry.seq },
  };
  let accepted: boolean | null = null;
  try {
    accepted = await (turned.to === 'ended'
      ? engine.log.finish(entry, final, turned.outcome)
      : engine.log.reopen(entry));
  } catch (error) {
    const detail = turned.to;
    engine.report({ what: 'log unreachable', meeting: room.meeting, detail, error });
  }
  if (accepted === null) return tellByLog(engine, turn);
  if (!accepted) return tryAgain(engine, turn);
  if (turned.to === 'running') spread(engine, turn);
  else burn(engine, turn, final);
  conclude(engine, turn);
}

/** The meeting has ended: its last frame empties every hand, and nothing of them is left here either. */
function burn(engine: Engine, turn: Turn, final: Doc): void {
  const { room } = turn;
  const hands = new Map<ParticipantId, string>();
  for (const person of room.byPerson.keys()) hands.set(person, '[[["phases"],{}]]');
  spread(engine, { ...turn, delivered: { ...turn.delivered, hands } });
  room.doc = final;
  room.recent = noRecent();
  room.snapshotAt = room.seq;
}

/** A committed entry goes to everybody: in this room, and as a hint to other nodes. */
function spread(engine: Engine, { room, entry, delivered, touched, answered, done }: Turn): void {
  if (!entry) return;
  room.seq = entry.seq;
  room.conflicts = 0;
  engine.counts.entries++;
  remember(room.recent, delivered, engine.limits);
  if (touched.has('people')) showOutRemoved(engine, room);
  deliver(
    engine,
    room,
    delivered,
    answered.flatMap(({ me, key }) => (me && key ? [{ person: me, client: key.client }] : [])),
  );
  if (touched.has('people')) admitWaiting(engine, room);
  if (touched.has('status')) showOutWaiting(engine, room);
  if (touched.has('phases')) lookAgain(engine, room);
  engine.bus.publish({ k: 'head', m: room.meeting, s: room.seq });
  engine.onEntry(room.meeting, room.doc.board, touched, done);
}

/** Answers what asks for an answer of its own; then the room is free for the next turn. */
function conclude(engine: Engine, turn: Turn): void {
  const { room } = turn;
  room.busy = null;
  for (const command of turn.gaps) notNow(engine, command, 'gap');
  if (!turn.entry) for (const { seat } of turn.answered) if (seat) tellAnswer(engine, room, seat);
  for (const [command, refusal] of turn.settled)
    command.settle?.(refusal ? { refused: refusal } : { seq: room.seq });
  keepSnapshot(engine, room);
  becomeSettled(engine, room);
}

/** Says that a command could not be taken now. Its number is not used up. */
export function notNow(
  engine: Engine,
  { seat, key, settle }: Queued,
  code: Extract<RefusalCode, 'gap' | 'busy' | 'too-fast'>,
): void {
  settle?.({ refused: code });
  if (!seat || !key) return;
  const isFirst = Object.keys(seat.notNow).length === 0;
  seat.notNow[key.n] = code;
  if (isFirst) whenSettled(seat.room, () => tellAnswer(engine, seat.room, seat));
}

/** Another node was first: read what it wrote, then run the commands on that. */
function tryAgain(engine: Engine, turn: Turn): void {
  const { room } = turn;
  takeBack(turn);
  engine.counts.conflicts++;
  room.conflicts++;
  if (room.conflicts > engine.limits.conflicts) {
    room.conflicts = 0;
    for (const command of room.queue.splice(0)) notNow(engine, command, 'busy');
  }
  // Two nodes that keep meeting each other would do so for ever without chance.
  const pause = room.conflicts < 3 ? 0 : engine.chance.random() * 2 ** room.conflicts;
  engine.catchUp(room, pause);
}

/**
 * Nobody can say whether the turn was committed. The compare-and-swap makes it safe to go on from
 * what the log says: either the entry is there, or a late one finds another head.
 */
function tellByLog(engine: Engine, turn: Turn & { entry: NewEntry }): void {
  takeBack(turn);
  turn.room.unsure = { entry: turn.entry, settled: turn.settled };
  engine.catchUp(turn.room, 0);
}

function keepSnapshot(engine: Engine, room: Room): void {
  if (room.seq - room.snapshotAt >= engine.limits.snapshotEvery) storeSnapshot(engine, room);
}

/** Only for a room with nothing on its way. */
export function storeSnapshot(engine: Engine, room: Room): void {
  if (room.seq === room.snapshotAt) return;
  room.snapshotAt = room.seq;
  engine.log.snapshot(room.meeting, room.seq, room.doc).catch((error: unknown) => {
    const detail = String(room.seq);
    engine.report({ what: 'snapshot failed', meeting: room.meeting, detail, error });
  });
}
