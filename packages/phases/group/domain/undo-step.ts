import { ensure, moveCard, need, type Board, type Group } from '@rondo/meeting';
import type { Change, GroupState, Step, StepId } from './state.ts';

const valueOf = (group: Group, what: Change['what']): string | number | null => group[what] ?? null;

/** True while everything the step touched is still as it left it. */
function isIntact(board: Board, step: Step): boolean {
  // Of several changes to the same thing, only the last can be seen.
  const last = new Map(step.changes.map((change) => [`${change.group} ${change.what}`, change]));
  for (const change of last.values()) {
    const group = board.groups[change.group];
    if (!group || valueOf(group, change.what) !== change.after) return false;
  }
  const destination = new Map(step.moves.map(({ card, to }) => [card, to]));
  for (const [card, to] of destination) if (board.cards[card]?.group !== to) return false;
  return true;
}

/** True if a title that somebody gave to a group of this step would vanish together with the group. */
function wouldLoseTitle(board: Board, step: Step): boolean {
  const leaving = new Set(step.moves.map(({ card }) => card));
  return Object.entries(board.groups).some(([id, group]) => {
    const was = Object.hasOwn(step.made, id) ? step.made[id as keyof typeof step.made] : undefined;
    const own = step.changes.findLast((change) => change.group === id && change.what === 'title');
    const expected = own ? own.after : was;
    if (expected === undefined || group.title === expected) return false;
    return group.title !== null && group.cards.every((card) => leaving.has(card));
  });
}

/** Takes back one step, also an older one. Refuses with `stale` where somebody changed the same things since. */
export function undo(board: Board, state: GroupState, id: StepId): void {
  const step = need(state.steps[id], 'stale');
  ensure(isIntact(board, step) && !wouldLoseTitle(board, step), 'stale');
  for (const { group: key, what, before } of [...step.changes].reverse()) {
    const group = need(board.groups[key], 'stale');
    if (what === 'votes') {
      if (before === null) delete group.votes;
      else group.votes = before;
    } else if (what === 'title') group.title = before;
    else group.order = before ?? group.order;
  }
  for (const { card, from, at } of [...step.moves].reverse()) {
    if (!board.groups[from]) {
      const { votes, ...home } = need(step.homes[from], 'stale');
      board.groups[from] = votes === null ? { ...home, cards: [] } : { ...home, cards: [], votes };
    }
    moveCard(board, card, from, at);
  }
  delete state.steps[id];
}
