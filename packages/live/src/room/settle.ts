import type { Engine, Queued, Room } from './room.ts';

/** Runs what waits at the end of this turn of the event loop, once however often it is asked for. */
export function flushSoon(engine: Engine): void {
  // A batch on its way flushes again when it is back.
  if (engine.flushSoon || engine.batchOnItsWay) return;
  engine.flushSoon = true;
  engine.clock.soon(() => {
    engine.flushSoon = false;
    engine.flush();
  });
}

/** Lets a command wait for the next turn. */
export function enqueue(engine: Engine, room: Room, command: Queued): void {
  room.queue.push(command);
  wake(engine, room);
}

function wake(engine: Engine, room: Room): void {
  if (room.busy || room.queue.length === 0) return;
  engine.dirty.add(room);
  flushSoon(engine);
}

/** Runs `look` as soon as the document is as committed, which may be now. */
export function whenSettled(room: Room, look: () => void): void {
  if (room.busy) room.whenSettled.push(look);
  else look();
}

/** Nothing of this room is on its way any more: what waited for that goes on. */
export function becomeSettled(engine: Engine, room: Room): void {
  room.busy = null;
  while (!room.busy) {
    const next = room.whenSettled.shift();
    if (!next) break;
    next();
  }
  if (room.busy) return;
  if (room.hinted > room.seq) engine.catchUp(room, 0);
  else wake(engine, room);
}
