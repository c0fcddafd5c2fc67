import type { Board, Card, Group } from './document.ts';
import type { GroupId, PhaseId, TaskId } from './ids.ts';
import { compareText, sorted } from './order.ts';
import type { OutcomeTopic } from './outcome.ts';
import { nameOf } from './people.ts';
import { promptOf } from './prompt.ts';

/** The longest title made from a card, in visible characters. */
const LONGEST_TITLE = 120;

/** What a group is called: its title, else the beginning of its first card. */
export function titleOf(board: Board, group: Group): string {
  if (group.title !== null) return group.title;
  const first = board.cards[group.cards[0] ?? ('' as never)]?.text ?? '';
  const line = [...(first.split('\n', 1)[0] ?? '')];
  return line.length <= LONGEST_TITLE
    ? line.join('')
    : `${line.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

/** Groups as topics: most votes first, then in their own order. */
export function byVotes(groups: Board['groups']): [GroupId, Group][] {
  return sorted(groups).sort(
    ([a, one], [b, other]) =>
      (other.votes ?? 0) - (one.votes ?? 0) ||
      compareText(one.order, other.order) ||
      compareText(a, b),
  );
}

/** The topics of a phase, its own among them. Cards of phases behind it in the flow are none of its business. */
export function topicsOf(board: Board, phase: PhaseId): [GroupId, Group][] {
  const known = new Set(board.flow.slice(0, board.flow.indexOf(phase) + 1));
  return byVotes(board.groups).filter(([, group]) =>
    group.cards.some((id) => {
      const card = board.cards[id];
      return card !== undefined && known.has(card.phase);
    }),
  );
}

/** A card as the outcome keeps it: names, no ids. */
export function outcomeCard(board: Board, card: Card): OutcomeTopic['cards'][number] {
  const plain = { text: card.text, prompt: promptOf(board, card)?.title ?? '' };
  return card.by === undefined ? plain : { ...plain, by: nameOf(board, card.by) };
}

/** The tasks made for a topic, in their order. */
export const tasksOf = (board: Board, topic: GroupId): TaskId[] =>
  sorted(board.tasks).flatMap(([id, task]) => (task.topic === topic ? [id] : []));

/** A group as the outcome keeps it when nobody has discussed it. */
export const outcomeTopic = (board: Board, id: GroupId, group: Group): OutcomeTopic => ({
  title: titleOf(board, group),
  votes: group.votes ?? null,
  notes: '',
  parked: false,
  cards: group.cards.flatMap((card) => {
    const known = board.cards[card];
    return known ? [outcomeCard(board, known)] : [];
  }),
  comments: [],
  tasks: tasksOf(board, id),
});
