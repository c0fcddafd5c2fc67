import { ensure, id, text, titleOf, topicsOf, type Id, type ServerAt } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { hasPlaced } from './placing.ts';
import { LONGEST_ITEM, MOST_ITEMS, type RankSettings } from './settings.ts';
import type { RankHand, RankItem, RankState } from './state.ts';

type At = ServerAt<RankSettings, RankState, RankHand>;

/**
 * Until the result is shown, also when others have ranked already: in their hands the new one is not
 * placed yet, and counts as coming somewhere behind what they have placed.
 */
export const addItem = command('addItem', {
  during: ['ahead', 'open'],
  args: z.object({ id: id<Id<'item'>>(), text: text(LONGEST_ITEM) }),
  run: ({ phase, settings, state, steers }, { id, text }) => {
    ensure(steers || (settings.open && phase.status === 'open'), 'not-allowed');
    ensure(state.result === null, 'stale');
    ensure(!state.items.some((each) => each.id === id), 'exists');
    ensure(state.items.length < MOST_ITEMS, 'full');
    state.items = [...state.items, { id, title: text }];
  },
});

/** As long as nobody has ranked: what somebody has placed stays in the game. */
export const removeItem = command('removeItem', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({ id: z.string() }),
  run: ({ state }, { id }) => {
    ensure(
      state.items.some((each) => each.id === id),
      'not-found',
    );
    ensure(state.result === null && state.answers === 0, 'stale');
    state.items = state.items.filter((each) => each.id !== id);
  },
});

/** Brings in the topics as they are now, those that matter most first. Another set of items needs another result. */
export function takeTopics(at: At): void {
  const { board, phaseId, settings, state } = at;
  if (settings.topics) {
    const own = state.items.filter(({ topic }) => !topic);
    const topics = topicsOf(board, phaseId)
      .filter(([id]) => !own.some((each) => each.id === id))
      .slice(0, MOST_ITEMS - own.length)
      .map(([id, group]): RankItem => ({ id, title: titleOf(board, group), topic: true }));
    const items = [...topics, ...own];
    if (JSON.stringify(items) !== JSON.stringify(state.items)) {
      if (idsOf(items) !== idsOf(state.items)) state.result = null;
      state.items = items;
    }
    // What is ranked stays what it is.
    if (topics.length > 0) board.sealed = true;
  }
  if (state.result === null)
    state.answers = at.hands().filter(([, hand]) => hasPlaced(at, hand)).length;
}

const idsOf = (items: readonly RankItem[]): string =>
  items
    .map(({ id }) => id)
    .sort()
    .join(' ');
