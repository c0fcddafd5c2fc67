import type { Engine, Seat } from './room.ts';

/**
 * Whether this reader gets no changes for now. One that has too much unsent falls behind here: it
 * gets no more changes, and the whole view once it has caught up, so nothing piles up for it.
 */
export function isBehind(engine: Engine, seat: Seat): boolean {
  if (seat.behind) return true;
  if (seat.connection.buffered() <= engine.limits.slowBytes) return false;
  owe(engine, seat, 'view');
  return true;
}

/** Notes what a seat has to get as soon as it can take it. */
export function owe(engine: Engine, seat: Seat, what: 'view' | 'here'): void {
  if (what === 'here') seat.owedHere = true;
  else if (!seat.behind) {
    seat.behind = { unsent: seat.connection.buffered(), since: engine.clock.now() };
    engine.counts.slowReaders++;
  }
  engine.slow.add(seat);
}
