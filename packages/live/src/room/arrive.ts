import type { RefusalCode } from '@rondo/meeting';
import type { CloseReason } from '../messages/index.ts';
import { dismiss, letIn, letWait } from './deliver.ts';
import type { Engine, Seat } from './room.ts';
import { enqueue, whenSettled } from './settle.ts';

/** What a refused `enter` means for the connection. */
const TURNED_AWAY: Partial<Record<RefusalCode, CloseReason>> = {
  removed: 'removed',
  locked: 'locked',
  full: 'locked',
  ended: 'ended',
};

/** Brings an authorised connection in, into the lobby, or turns it away. Looks at committed state only. */
export function arrive(engine: Engine, seat: Seat): void {
  const { room, visitor } = seat;
  if (seat.state !== 'arriving') return;
  if (seat.since !== null && seat.since > room.seq && !seat.caughtUp) {
    // The client has seen more than this node: a hint was lost.
    seat.caughtUp = true;
    engine.catchUp(room, 0);
    whenSettled(room, () => arrive(engine, seat));
    return;
  }
  const { people } = room.doc.board;
  const person = Object.hasOwn(people, seat.person) ? people[seat.person] : undefined;
  if (person?.state === 'removed') return dismiss(engine, room, seat, 'removed', 0);
  const known = person?.name === visitor.name && person.lead === visitor.lead;
  if (!known && !seat.entered) return enter(engine, seat);
  if (person?.state === 'in') letIn(engine, room, seat);
  else if (room.doc.board.status === 'ended') dismiss(engine, room, seat, 'ended', 0);
  else letWait(room, seat);
}

function enter(engine: Engine, seat: Seat): void {
  const { person, name, role, lead } = seat.visitor;
  const { room } = seat;
  enqueue(engine, room, {
    request: { phase: null, name: 'enter', args: { person, name, role, lead } },
    me: null,
    key: null,
    seat: null,
    settle: (result) => {
      if (!('refused' in result)) {
        seat.entered = true;
        whenSettled(room, () => arrive(engine, seat));
      } else if (result.refused === 'busy') dismiss(engine, room, seat, 'overloaded', 2_000);
      else dismiss(engine, room, seat, TURNED_AWAY[result.refused] ?? 'notFound', 0);
    },
  });
}
