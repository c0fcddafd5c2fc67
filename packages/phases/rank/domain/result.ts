import { ensure, need, orders, sorted, type GroupId, type ServerAt } from '@rondo/meeting';
import * as z from 'zod/mini';
import { combineOrders, combineSpots } from './combine.ts';
import { serverCommand } from './kind.ts';
import { hasPlaced, orderIn, spotsIn } from './placing.ts';
import type { RankSettings } from './settings.ts';
import type { RankHand, RankItem, RankState } from './state.ts';

type At = ServerAt<RankSettings, RankState, RankHand>;

/** Puts all hands together: what comes out says nothing of who placed what where. */
export function combine(at: At): void {
  const { settings, state } = at;
  if (state.result) return;
  const hands = at.hands().flatMap(([, hand]) => (hasPlaced(at, hand) ? [hand] : []));
  const { axes } = settings;
  const items = axes
    ? combineSpots(
        state.items,
        hands.map((hand) => spotsIn(at, hand)),
        axes,
      )
    : combineOrders(
        state.items,
        hands.map((hand) => orderIn(at, hand)),
      );
  state.answers = hands.length;
  state.result = { answers: hands.length, items };
  if (settings.applyToTopics && hands.length > 0) applyToTopics(at);
}

/** The items from the first place to the last; tied ones in the order of the list, unplaced ones behind. */
export const ranked = ({ items, result }: RankState): readonly RankItem[] =>
  result === null
    ? items
    : items.toSorted(
        (a, b) =>
          (result.items[a.id]?.place ?? Infinity) - (result.items[b.id]?.place ?? Infinity) || 0,
      );

/** Topics that were not ranked stay behind those that were, in their own order. */
function applyToTopics({ board, state }: At): void {
  // The id of an item that is a topic is its group's.
  const first = ranked(state).flatMap(({ id, topic }) => (topic ? [id as GroupId] : []));
  const rest = sorted(board.groups).flatMap(([id]) => (first.includes(id) ? [] : [id]));
  const all = [...first.filter((id) => board.groups[id] !== undefined), ...rest];
  const places = orders(all.length);
  all.forEach((id, index) => {
    const group = board.groups[id];
    if (group) group.order = places[index] ?? group.order;
  });
}

export const revealRanking = serverCommand('revealRanking', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    ensure(at.state.result === null, 'stale');
    combine(at);
  },
});

/** Everybody goes on from the order in their hand; the result is made anew. */
export const rankAgain = serverCommand('rankAgain', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    need(at.state.result, 'stale');
    goOn(at);
  },
});

export function goOn(at: At): void {
  at.state.result = null;
  at.state.answers = at.hands().filter(([, hand]) => hasPlaced(at, hand)).length;
}
