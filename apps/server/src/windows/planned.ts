import type { PlannedWindow } from '@rondo/contract';
import type { Window } from '@rondo/meeting';
import { problem } from '../http/problem.ts';

const MINUTE = 60_000;

/** A planned window as moments. Throws `bad-input` where it would close before it opens. @param start ms since 1970 */
export function windowFrom(planned: PlannedWindow, start: number): Window {
  const { opensAfter, closesAfter, whenDone, remindBefore, lateFor } = planned;
  if (closesAfter !== null && closesAfter <= (opensAfter ?? 0)) throw problem('bad-input');
  const after = (minutes: number | null): number | null =>
    minutes === null ? null : start + minutes * MINUTE;
  const closesAt = after(closesAfter);
  return {
    opensAt: after(opensAfter),
    closesAt,
    whenDone,
    remindAt: closesAt === null || remindBefore === null ? null : closesAt - remindBefore * MINUTE,
    lateUntil: closesAt === null || lateFor === null ? null : closesAt + lateFor * MINUTE,
  };
}
