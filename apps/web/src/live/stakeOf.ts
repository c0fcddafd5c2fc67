import type { LiveState } from '@rondo/live/client';
import type { Stake } from '../shell/release/atStake.ts';

/** What a meeting has at stake, should the page load anew right now; null: it is over. */
export function stakeOf({ status, view, me, waiting }: LiveState): Stake | null {
  if (status.is === 'closed' || view?.board.status === 'ended') return null;
  return {
    hasUnsent: waiting.length > 0,
    leadsTimer: view !== null && view.board.timer !== null && view.board.facilitator === me,
  };
}
