import type { Board, MeetingId } from '@rondo/meeting';
import { nameOf } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { dueAt, setDue } from '../windows/due-at.ts';

/** How often at most a meeting's row is told that people are active, ms. */
const ACTIVE_EVERY = 10 * 60_000;

/** Parts of the board that say when a phase opens or closes by itself. */
const CLOCKED: ReadonlySet<string> = new Set<keyof Board>(['phases', 'flow']);

/** Parts of the board that lists of meetings show. */
const LISTED: ReadonlySet<string> = new Set<keyof Board>([
  'name',
  'guests',
  'facilitator',
  'people',
  'tasks',
]);

/**
 * Keeps a meeting's row, which lists are made from, in step with its board. The board is the truth;
 * a write that fails is made up for by the next.
 */
export function keepRows(db: Db, timeOf: () => number, onError: (error: unknown) => void) {
  const lastWrite = new Map<MeetingId, number>();
  const lastDue = new Map<MeetingId, number>();
  /** @param changed the parts of the board that an entry has changed */
  return (meeting: MeetingId, board: Board, changed: Iterable<string>): void => {
    // The end and the opening again write the row in their own transactions.
    if (board.status === 'ended') {
      lastWrite.delete(meeting);
      lastDue.delete(meeting);
      return;
    }
    const parts = [...changed];
    const now = timeOf();
    // Most meetings go by no clock, and of the others most entries do not change it.
    if (parts.some((part) => CLOCKED.has(part))) {
      const due = dueAt(board, now);
      const isAnew = (due?.getTime() ?? null) !== (lastDue.get(meeting) ?? null);
      if (due === null) lastDue.delete(meeting);
      else lastDue.set(meeting, due.getTime());
      if (isAnew) setDue(db, meeting, due).catch(onError);
    }
    const listed = parts.some((part) => LISTED.has(part));
    if (!listed && now - (lastWrite.get(meeting) ?? 0) < ACTIVE_EVERY) return;
    lastWrite.set(meeting, now);
    db.updateTable('meeting')
      .set({
        name: board.name,
        guests: board.guests,
        facilitator: nameOf(board, board.facilitator),
        people: Object.values(board.people).filter((person) => person.state === 'in').length,
        tasks: Object.keys(board.tasks).length,
        active_at: sql<Date>`now()`,
        warned_at: null,
      })
      .where('id', '=', meeting)
      // Nobody waits for this write: one that is late must not undo the end.
      .where('status', '=', 'running')
      .execute()
      .catch(onError);
  };
}
