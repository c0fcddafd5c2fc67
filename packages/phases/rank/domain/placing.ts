import { ensure, keysOf } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { MOST_ITEMS, type RankSettings } from './settings.ts';
import type { RankHand, RankState, Spot } from './state.ts';

interface In {
  settings: RankSettings;
  state: RankState;
}

const isItem = ({ state }: In, item: string): boolean => state.items.some(({ id }) => id === item);

/** What a hand has ordered, of the items that (still) are there. */
export const orderIn = (at: In, hand: RankHand): string[] =>
  hand.order.filter((item) => isItem(at, item));

/** What a hand has placed on the axes. */
export const spotsIn = (at: In, hand: RankHand): [string, Spot][] =>
  keysOf(hand.spots).flatMap((item): [string, Spot][] => {
    const spot = hand.spots[item];
    return spot && isItem(at, item) ? [[item, spot]] : [];
  });

export const hasPlaced = (at: In, hand: RankHand): boolean =>
  (at.settings.axes ? spotsIn(at, hand) : orderIn(at, hand)).length > 0;

export const hasPlacedAll = (at: In, hand: RankHand): boolean =>
  at.state.items.length > 0 &&
  (at.settings.axes ? spotsIn(at, hand) : orderIn(at, hand)).length === at.state.items.length;

const itemId = z.string().check(z.minLength(1), z.maxLength(40));

/** My whole order, so that a repeat changes nothing. Empty: I take it back. */
export const setOrder = command('setOrder', {
  args: z.object({ order: z.array(itemId).check(z.maxLength(MOST_ITEMS)) }),
  run: (at, { order }) => {
    const { settings, state, hand } = at;
    ensure(!settings.axes, 'not-allowed');
    ensure(state.result === null, 'stale');
    ensure(
      order.every((item) => isItem(at, item)),
      'not-found',
    );
    ensure(new Set(order).size === order.length, 'bad-arguments');
    const before = hasPlaced(at, hand);
    hand.order = order;
    state.answers += Number(order.length > 0) - Number(before);
  },
});

const part = z.number().check(z.minimum(0), z.maximum(1));
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Where an item stands for me; null takes it off again. */
export const setSpot = command('setSpot', {
  args: z.object({ item: itemId, spot: z.nullable(z.object({ x: part, y: part })) }),
  run: (at, { item, spot }) => {
    const { settings, state, hand } = at;
    ensure(settings.axes !== undefined, 'not-allowed');
    ensure(state.result === null, 'stale');
    ensure(isItem(at, item), 'not-found');
    const before = hasPlaced(at, hand);
    if (spot === null) delete hand.spots[item];
    else hand.spots[item] = { x: hundredths(spot.x), y: hundredths(spot.y) };
    state.answers += Number(hasPlaced(at, hand)) - Number(before);
  },
});
