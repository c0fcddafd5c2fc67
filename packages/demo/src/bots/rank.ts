import {
  hasPlacedAll,
  spotsIn,
  type RankHand,
  type RankSettings,
  type RankState,
} from '@rondo/phases/rank/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

const NOTHING_PLACED: RankHand = { order: [], spots: {} };

/** Adds something where there is little to rank, then ranks it all. */
export const rankBot: Bot = ({ view, phase, luck, say }) => {
  const { settings, state, hand } = partsOf<RankSettings, RankState, RankHand>(view, phase);
  if (state.result !== null) return null;
  if (state.items.length < 4 && settings.open) {
    const text = say('options');
    if (text !== null) return { name: 'addItem', args: { id: luck.id<'item'>(), text } };
  }
  const at = { settings, state };
  const placed = hand ?? NOTHING_PLACED;
  if (state.items.length === 0 || hasPlacedAll(at, placed)) return null;
  if (settings.axes) {
    const there = new Set(spotsIn(at, placed).map(([item]) => item));
    const next = state.items.find(({ id }) => !there.has(id));
    const spot = { x: (10 + luck.below(81)) / 100, y: (10 + luck.below(81)) / 100 };
    return next ? { name: 'setSpot', args: { item: next.id, spot } } : null;
  }
  const order = state.items
    .map(({ id }, index) => ({ id, place: index * 2 + luck.below(6) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
  return { name: 'setOrder', args: { order } };
};
