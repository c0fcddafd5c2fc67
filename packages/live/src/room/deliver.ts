import { emptyHand, executedBy, type ParticipantId } from '@rondo/meeting';
import type { CloseReason } from '../messages/index.ts';
import {
  byeFrame,
  lobbyFrame,
  ownFrame,
  sharedFrame,
  viewAround,
  welcomeFrame,
  type Answer,
  type OwnPart,
} from './frames.ts';
import { arrivedHere, leftHere } from './here.ts';
import { missed, type Delivered } from './recent.ts';
import type { Engine, Room, Seat } from './room.ts';
import { isBehind, owe } from './slow.ts';

/** Who is answered by an entry: one client of one person. */
export interface Answered {
  person: ParticipantId;
  client: string;
}

/** Sends a committed entry to everybody in the room; the document is at that entry. */
export function deliver(
  engine: Engine,
  room: Room,
  entry: Delivered,
  answered: readonly Answered[],
): void {
  const shared = sharedFrame(entry.seq, entry.board);
  const own = ownParts(room, entry, answered);
  for (const seat of room.seats) {
    if (isBehind(engine, seat)) continue;
    const part = own?.get(seat);
    seat.connection.send(part ? ownFrame(shared, part) : shared);
  }
}

function ownParts(
  room: Room,
  entry: Delivered,
  answered: readonly Answered[],
): Map<Seat, OwnPart> | null {
  if (entry.hands.size === 0 && answered.length === 0) return null;
  const own = new Map<Seat, OwnPart>();
  for (const [person, hand] of entry.hands)
    for (const seat of room.byPerson.get(person) ?? []) own.set(seat, { hand, answer: null });
  for (const { person, client } of answered) {
    for (const seat of room.byPerson.get(person) ?? []) {
      // One that is behind hears it with its view.
      if (seat.client !== client || seat.behind) continue;
      const part = own.get(seat);
      if (part) part.answer ??= answerFor(room, seat);
      else own.set(seat, { hand: '', answer: answerFor(room, seat) });
    }
  }
  return own;
}

/** What this connection has not heard yet about its commands; from now on it counts as told. */
function answerFor(room: Room, seat: Seat): Answer {
  const known = executedBy(room.doc.ledger, seat.person, seat.client);
  const no: Answer['no'] = seat.notNow;
  seat.notNow = {};
  for (const n of Object.keys(known.refused)) {
    const refusal = known.refused[n];
    if (refusal && Number(n) > seat.told) no[n] = refusal;
  }
  seat.told = Math.max(seat.told, known.n);
  return { n: seat.told, no };
}

/** Tells a connection about its commands outside of any entry. */
export function tellAnswer(engine: Engine, room: Room, seat: Seat): void {
  if (seat.state !== 'in' || isBehind(engine, seat)) return;
  const answer = answerFor(room, seat);
  seat.connection.send(ownFrame(sharedFrame(room.seq, ''), { hand: '', answer }));
}

/** Sends the whole view as of the last committed entry, and what is unanswered with it. */
export function sendView(engine: Engine, room: Room, seat: Seat): void {
  if (room.boardText?.seq !== room.seq)
    room.boardText = {
      seq: room.seq,
      text: JSON.stringify(room.doc.board),
      plain: null,
      packed: null,
    };
  const hand = room.doc.hands[seat.person] ?? emptyHand();
  engine.counts.views++;
  const [before, after] = viewAround(room.seq, hand);
  const { connection } = seat;
  if (connection.sendAround) connection.sendAround(before, room.boardText, after);
  else connection.send(`${before}${room.boardText.text}${after}`);
}

/** Lets somebody in: who they are, what they missed or everything, and from now on every entry. */
export function letIn(engine: Engine, room: Room, seat: Seat): void {
  room.outside.delete(seat);
  seat.state = 'in';
  room.seats.add(seat);
  const seats = room.byPerson.get(seat.person);
  if (seats) seats.add(seat);
  else room.byPerson.set(seat.person, new Set([seat]));
  const { connection } = seat;
  if (connection.together) connection.together(() => welcome(engine, room, seat));
  else welcome(engine, room, seat);
  owe(engine, seat, 'here');
  arrivedHere(engine, room, seat);
  seat.onIn();
}

function welcome(engine: Engine, room: Room, seat: Seat): void {
  const { n, refused } = executedBy(room.doc.ledger, seat.person, seat.client);
  seat.told = n;
  const { since = 0 } = room.doc.ledger;
  const answer = { n, no: refused };
  seat.connection.send(welcomeFrame(seat.person, room.seq, engine.clock.now(), answer, since));
  const frames =
    seat.since === null ? null : missed(room.recent, seat.person, seat.since, room.seq);
  if (frames) for (const frame of frames) seat.connection.send(frame);
  else sendView(engine, room, seat);
}

/** Into the lobby: nothing but the meeting's name. */
export function letWait(room: Room, seat: Seat): void {
  seat.state = 'waiting';
  seat.connection.send(lobbyFrame(room.doc.board.name));
}

/** Ends a connection and says why. */
export function dismiss(
  engine: Engine,
  room: Room,
  seat: Seat,
  why: CloseReason,
  afterMs: number,
): void {
  if (seat.state === 'gone') return;
  leave(engine, room, seat);
  seat.connection.send(byeFrame(why, afterMs));
  seat.connection.close(why);
}

/** The connection is no longer there. */
export function leave(engine: Engine, room: Room, seat: Seat): void {
  if (seat.state === 'gone') return;
  const wasIn = seat.state === 'in';
  seat.state = 'gone';
  room.outside.delete(seat);
  engine.slow.delete(seat);
  if (wasIn) {
    room.seats.delete(seat);
    const seats = room.byPerson.get(seat.person);
    seats?.delete(seat);
    if (seats?.size === 0) room.byPerson.delete(seat.person);
    leftHere(engine, room, seat);
  }
  if (room.seats.size + room.outside.size === 0) room.emptySince = engine.clock.now();
}

/** Shows out whom the facilitator has removed; before the entry that says so is delivered. */
export function showOutRemoved(engine: Engine, room: Room): void {
  for (const seat of [...room.seats, ...room.outside]) {
    if (room.doc.board.people[seat.person]?.state === 'removed')
      dismiss(engine, room, seat, 'removed', 0);
  }
}

/** Nobody lets in any more who still waits when the meeting has ended. */
export function showOutWaiting(engine: Engine, room: Room): void {
  if (room.doc.board.status !== 'ended') return;
  for (const seat of room.outside)
    if (seat.state === 'waiting') dismiss(engine, room, seat, 'ended', 0);
}

/** Lets in who was admitted from the lobby; after the entry that says so is delivered. */
export function admitWaiting(engine: Engine, room: Room): void {
  for (const seat of room.outside) {
    if (seat.state === 'waiting' && room.doc.board.people[seat.person]?.state === 'in')
      letIn(engine, room, seat);
  }
}
