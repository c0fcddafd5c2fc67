import {
  keysOf,
  moveCard,
  need,
  peek,
  type Board,
  type CardId,
  type GroupId,
  type ParticipantId,
} from '@rondo/meeting';
import {
  STEPS_KEPT,
  type Change,
  type GroupState,
  type Home,
  type Move,
  type StepId,
} from './state.ts';

/** The ways to change groups. Everything done through them can be undone. */
export interface Grouping {
  /** Moves a card into a group that exists; to the one it is in already: nothing. */
  move: (card: CardId, to: GroupId) => void;
  make: (group: GroupId, order: string, title: string | null) => void;
  setTitle: (group: GroupId, title: string | null) => void;
  setOrder: (group: GroupId, order: string) => void;
}

/** Changes the groups by `recipe` and notes what was done as `step`. A recipe that does nothing leaves no step. */
export function recordStep(
  board: Board,
  state: GroupState,
  step: StepId,
  by: ParticipantId,
  recipe: (grouping: Grouping) => void,
): void {
  const moves: Move[] = [];
  const changes: Change[] = [];
  const homes: Record<GroupId, Home> = {};
  const made: Record<GroupId, string | null> = {};

  const setTitle = (id: GroupId, title: string | null): void => {
    const group = need(board.groups[id], 'not-found');
    if (group.title === title) return;
    changes.push({ group: id, what: 'title', before: group.title, after: title });
    group.title = title;
  };

  recipe({
    setTitle,

    setOrder(id, order) {
      const group = need(board.groups[id], 'not-found');
      if (group.order === order) return;
      changes.push({ group: id, what: 'order', before: group.order, after: order });
      group.order = order;
    },

    make(id, order, title) {
      board.groups[id] = { title, cards: [], order };
      made[id] = title;
    },

    move(card, to) {
      const from = need(board.cards[card], 'not-found').group;
      const target = need(board.groups[to], 'not-found');
      const source = need(board.groups[from], 'not-found');
      if (from === to) return;
      const home = { title: source.title, order: source.order, votes: source.votes ?? null };
      homes[from] ??= home;
      moves.push({ card, from, at: source.cards.indexOf(card), to });
      moveCard(board, card, to);
      if (board.groups[from]) return;
      // The last card has left: what people gave the old group goes along.
      if (target.title === null && home.title !== null) setTitle(to, home.title);
      if (home.votes !== null) {
        const before = target.votes ?? null;
        target.votes = (before ?? 0) + home.votes;
        changes.push({ group: to, what: 'votes', before, after: target.votes });
      }
    },
  });

  if (moves.length === 0 && changes.length === 0) return;
  state.taken += 1;
  state.steps[step] = { n: state.taken, by, moves, changes, homes, made };
  for (const old of keysOf(state.steps)) {
    if ((peek(state.steps, old)?.n ?? 0) <= state.taken - STEPS_KEPT) delete state.steps[old];
  }
}
