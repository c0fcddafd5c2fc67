import type { CloseReason } from '../../messages/index.ts';
import type { Final } from '../simulation/evidence.ts';
import { isSame } from './same.ts';
import { handOf, type Moment } from './truth.ts';

const TURNED_AWAY: ReadonlySet<CloseReason> = new Set(['locked', 'notFound', 'ended']);

/** When all is calm, everybody sees what the log says for them, and nothing waits. */
export function checkFinals(finals: readonly Final[], last: Moment): string[] {
  return finals.flatMap((final) =>
    checkOne(final, last).map((wrong) => `${final.person} at the end: ${wrong}`),
  );
}

function checkOne({ person, state }: Final, last: Moment): string[] {
  const { status, base, view, seq, waiting, unsent } = state;
  const known = last.board.people[person];
  if (status.is === 'lobby') return known?.state === 'waiting' ? [] : ['in the lobby'];
  if (status.is === 'closed') {
    if (status.why === 'removed' && known?.state === 'removed') return [];
    return TURNED_AWAY.has(status.why) && view === null ? [] : [`closed for ${status.why}`];
  }
  const wrong: string[] = [];
  if (status.is !== 'live') wrong.push(`is ${status.is}`);
  if (seq !== last.seq) wrong.push(`stands at ${seq} instead of ${last.seq}`);
  if (waiting.length > 0 || unsent > 0) wrong.push(`${waiting.length} commands wait`);
  if (!isSame(base, { board: last.board, hand: handOf(last, person) })) wrong.push('another base');
  if (!isSame(view, base)) wrong.push('the view is not the base');
  return wrong;
}
