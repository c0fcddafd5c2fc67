import type { MeetingId } from '@rondo/meeting';
import { newRoom, type Engine, type Room } from './room.ts';

/** The room of a meeting, loaded once however many ask. Null: no such meeting. Rejects when the log cannot be reached. */
export async function roomOf(engine: Engine, meeting: MeetingId): Promise<Room | null> {
  const known = engine.rooms.get(meeting);
  if (known) return known;
  const loading = engine.loading.get(meeting) ?? load(engine, meeting);
  return loading;
}

function load(engine: Engine, meeting: MeetingId): Promise<Room | null> {
  const loading = engine.log
    .load(meeting)
    .then((loaded) => {
      if (!loaded) return null;
      const room = newRoom(meeting, loaded.seq, loaded.doc, engine.clock.now());
      room.beatAt = engine.clock.now() + engine.limits.beatMs * engine.chance.random();
      engine.rooms.set(meeting, room);
      return room;
    })
    .finally(() => engine.loading.delete(meeting));
  engine.loading.set(meeting, loading);
  return loading;
}
