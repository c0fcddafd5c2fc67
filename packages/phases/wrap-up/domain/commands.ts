import { ensure, phaseKind, type ServerAt } from '@rondo/meeting';
import * as z from 'zod/mini';
import { wrapUpOutline } from '../outline.ts';
import type { WrapUpSettings } from './settings.ts';
import { FEWEST_ANSWERS, POINTS, type WrapUpHand, type WrapUpState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  WrapUpSettings,
  WrapUpState,
  WrapUpHand
>(wrapUpOutline);

/** Null takes the rating back. `stale` once the ratings lie open. */
export const setRating = command('setRating', {
  args: z.object({ value: z.nullable(z.int().check(z.minimum(1), z.maximum(POINTS.length))) }),
  run: ({ state, hand }, { value }) => {
    ensure(!state.revealed, 'stale');
    state.answers += Number(value !== null) - Number(hand.rating !== null);
    hand.rating = value;
  },
});

/** Turns the ratings over for everybody, as numbers only. */
export function reveal({ state, hands }: ServerAt<WrapUpSettings, WrapUpState, WrapUpHand>): void {
  if (state.revealed) return;
  const ratings = hands().flatMap(([, hand]) => (hand.rating === null ? [] : [hand.rating]));
  state.revealed = true;
  state.answers = ratings.length;
  if (ratings.length < FEWEST_ANSWERS) return;
  state.counts = POINTS.map((point) => ratings.filter((rating) => rating === point).length);
}

/**
 * Ratings that have been shown stay final: one more would tell by the difference what it was.
 * Where too few had answered nothing was shown, and people may go on.
 */
export function goOn({ state, hands }: ServerAt<WrapUpSettings, WrapUpState, WrapUpHand>): void {
  if (state.counts !== null) return;
  state.revealed = false;
  state.answers = hands().filter(([, hand]) => hand.rating !== null).length;
}

export const revealRatings = serverCommand('revealRatings', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    ensure(!at.state.revealed, 'stale');
    reveal(at);
  },
});
