import { nextDue, nextReminder, type Board } from '@rondo/meeting';

/** When a meeting has to be looked at next; null: it goes by no clock. @param now ms since 1970 */
export function dueAt(board: Board, now: number): Date | null {
  const moments = [nextDue(board), nextReminder(board, now)].filter((each) => each !== null);
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}
