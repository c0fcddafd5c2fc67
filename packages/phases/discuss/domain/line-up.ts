import {
  bothTexts,
  need,
  orders,
  orderAfterAll,
  sorted,
  titleOf,
  topicsOf,
  type Board,
  type CardId,
  type GroupId,
  type ServerAt,
} from '@rondo/meeting';
import type { DiscussSettings } from './settings.ts';
import type { DiscussHand, DiscussState, Topic } from './state.ts';
import { nextTopic } from './topics.ts';

type At = ServerAt<DiscussSettings, DiscussState, DiscussHand>;

/**
 * Makes the topics fit the groups, which may have changed since the discussion began: what was said
 * about a group that is gone goes to where its cards went; new groups become topics.
 */
export function lineUp({ board, phaseId, state }: At): void {
  for (const [id, topic] of sorted(state.topics)) {
    if (board.groups[id] === undefined) handOn(board, state, id, topic);
  }
  const groups = topicsOf(board, phaseId);
  for (const [id, group] of groups) {
    const topic = topicAt(state, id, orderAfterAll(state.topics));
    // Only what has changed, so that going on is a small patch.
    if (topic.cards.join() !== group.cards.join()) topic.cards = group.cards;
    topic.title = titleOf(board, group);
  }
  if (!state.arranged)
    arrange(
      state,
      groups.map(([id]) => id),
    );
}

/** The topic of a group, made where it is missing. */
function topicAt(state: DiscussState, id: GroupId, order: string): Topic {
  state.topics[id] ??= {
    order,
    done: false,
    parked: false,
    notes: '',
    revision: 0,
    cards: [],
    title: '',
  };
  // Read again: what was just written comes back as a draft.
  return need(state.topics[id], 'not-found');
}

/** Most votes first; topics whose cards are all gone come last. */
function arrange(state: DiscussState, first: readonly GroupId[]): void {
  const rest = sorted(state.topics).flatMap(([id]) => (first.includes(id) ? [] : [id]));
  const all = [...first, ...rest];
  const places = orders(all.length);
  all.forEach((id, index) => {
    const topic = state.topics[id];
    if (topic) topic.order = places[index] ?? topic.order;
  });
}

function handOn(board: Board, state: DiscussState, id: GroupId, topic: Topic): void {
  const heir = heirOf(board, topic.cards);
  const comments = Object.values(state.comments).filter((comment) => comment.topic === id);
  const tasks = Object.values(board.tasks).filter((task) => task.topic === id);
  if (heir === null) {
    // Every card is gone. What was said stays, under the old title.
    if (topic.notes === '' && comments.length === 0 && tasks.length === 0) delete state.topics[id];
    return;
  }
  const next = topicAt(state, heir, topic.order);
  const notes = bothTexts(topic.notes, next.notes);
  if (notes !== next.notes) {
    next.notes = notes;
    next.revision += 1;
  }
  for (const comment of comments) comment.topic = heir;
  for (const task of tasks) task.topic = heir;
  if (state.current === id) state.current = heir;
  delete state.topics[id];
}

/** The group that most of the cards are in now; of several the first by card. */
function heirOf(board: Board, cards: readonly CardId[]): GroupId | null {
  const count = new Map<GroupId, number>();
  for (const card of cards) {
    const group = board.cards[card]?.group;
    if (group !== undefined) count.set(group, (count.get(group) ?? 0) + 1);
  }
  const [best] = [...count].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** The discussion begins or goes on. */
export function begin(at: At): void {
  at.board.sealed = true;
  lineUp(at);
  const { state } = at;
  if (state.current === null || state.topics[state.current] === undefined) {
    state.current = nextTopic(state, null);
  }
}
