import { storeSnapshot } from './commit.ts';
import { dismiss, sendView, tellAnswer } from './deliver.ts';
import { beatFrame } from './frames.ts';
import { allHere, renewHere } from './here.ts';
import type { Engine, Room, Seat } from './room.ts';
import { whenSettled } from './settle.ts';

const SWEEP_MS = 200;

/** What a node does by the clock. Returns how to stop it. */
export function startTicking(engine: Engine): () => void {
  let stopped = false;
  let pollAt = engine.clock.now();
  let isComparing = false;
  const tick = (): void => {
    if (stopped) return;
    const now = engine.clock.now();
    for (const seat of engine.slow) sweep(engine, seat, now);
    for (const room of engine.rooms.values()) look(engine, room, now);
    if (isTime(now, pollAt, engine.limits.pollMs) && !isComparing) {
      pollAt = now + engine.limits.pollMs;
      isComparing = true;
      void compareHeads(engine).then(() => (isComparing = false));
    }
    engine.clock.after(SWEEP_MS, tick);
  };
  engine.clock.after(SWEEP_MS, tick);
  return () => {
    stopped = true;
  };
}

/** Whether what happens every so often is due; also where the clock was set back since it was planned. */
const isTime = (now: number, at: number, every: number): boolean => now >= at || at - now > every;

/** Gives a slow reader what it is owed once it can take it, and closes one that does not read at all. */
function sweep(engine: Engine, seat: Seat, now: number): void {
  const { room, connection } = seat;
  const unsent = connection.buffered();
  if (unsent > engine.limits.deafBytes || isDeaf(engine, seat, unsent, now))
    return dismiss(engine, room, seat, 'tooSlow', 1_000);
  if (unsent > engine.limits.drainedBytes) return;
  engine.slow.delete(seat);
  whenSettled(room, () => {
    if (seat.state !== 'in') return;
    if (seat.behind) {
      seat.behind = null;
      sendView(engine, room, seat);
      tellAnswer(engine, room, seat);
    }
    if (seat.owedHere) {
      seat.owedHere = false;
      connection.send(allHere(room));
    }
  });
}

/** A thin line that takes its time over a large view is not deaf: only one on which nothing moves. */
function isDeaf(engine: Engine, { behind }: Seat, unsent: number, now: number): boolean {
  if (!behind) return false;
  if (unsent < behind.unsent) {
    behind.unsent = unsent;
    behind.since = now;
  }
  return now - behind.since > engine.limits.deafMs;
}

function look(engine: Engine, room: Room, now: number): void {
  if (isTime(now, room.beatAt, engine.limits.beatMs)) {
    room.beatAt = now + engine.limits.beatMs;
    const beat = beatFrame(room.seq, now);
    for (const seat of room.seats) if (!seat.behind) seat.connection.send(beat);
    // In the lobby not even how busy the meeting is can be seen.
    const blank = beatFrame(0, now);
    for (const seat of room.outside) if (seat.state === 'waiting') seat.connection.send(blank);
  }
  renewHere(engine, room);
  const isEmpty = room.seats.size + room.outside.size + room.here.own.size === 0;
  const isIdle = room.queue.length === 0 && !room.busy;
  if (isEmpty && isIdle && now - room.emptySince > engine.limits.emptyMs) {
    storeSnapshot(engine, room);
    engine.rooms.delete(room.meeting);
  }
}

/** Hints get lost: one query for all meetings here tells which rooms have to catch up. */
async function compareHeads(engine: Engine): Promise<void> {
  if (engine.rooms.size === 0) return;
  try {
    const heads = await engine.log.heads([...engine.rooms.keys()]);
    for (const [meeting, seq] of heads) hearHead(engine, engine.rooms.get(meeting), seq);
  } catch (error) {
    engine.report({ what: 'log unreachable', meeting: null, detail: 'heads', error });
  }
}

/** Somebody says that a meeting stands at entry `seq`. */
export function hearHead(engine: Engine, room: Room | null | undefined, seq: number): void {
  if (!room || seq <= room.seq) return;
  room.hinted = Math.max(room.hinted, seq);
  if (!room.busy) engine.catchUp(room, 0);
}
