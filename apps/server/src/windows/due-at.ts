import { nextDue, nextReminder, type Board, type MeetingId } from '@rondo/meeting';
import type { Db } from '../database/database.ts';

/** When a meeting has to be looked at next; null: it goes by no clock. @param now ms since 1970 */
export function dueAt(board: Board, now: number): Date | null {
  const moments = [nextDue(board), nextReminder(board, now)].filter((each) => each !== null);
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

/** Writes down when a meeting has to be looked at next; null: it need not be any more. */
export async function setDue(db: Db, meeting: MeetingId, at: Date | null): Promise<void> {
  if (at === null) {
    await db.deleteFrom('meeting_due').where('meeting_id', '=', meeting).execute();
    return;
  }
  await db
    .insertInto('meeting_due')
    .values({ meeting_id: meeting, at })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet({ at }))
    .execute();
}
