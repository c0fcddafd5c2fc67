import { ensure, optionalText } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import { fresh, publish } from './publish.ts';
import { FEWEST, POINTS, type RateSettings } from './settings.ts';
import type { RateHand, RateState } from './state.ts';

export const LONGEST_COMMENT = 500;

/** An answer can be changed until it is counted in something that everybody has seen. */
function ensureOpen(
  { settings, state, hand }: { settings: RateSettings; state: RateState; hand: RateHand },
  statement: string,
): void {
  ensure(
    settings.statements.some(({ id }) => id === statement),
    'not-found',
  );
  ensure(!hand.counted[statement] && !state.results[statement]?.isFinal, 'stale');
}

/** Into the hand; null: skipped. Nobody sees that anything was answered before all is handed in. */
export const setAnswer = command('setAnswer', {
  args: z.object({
    statement: z.string(),
    value: z.nullable(z.int().check(z.minimum(0), z.maximum(POINTS.most - 1))),
  }),
  run: (at, { statement, value }) => {
    ensureOpen(at, statement);
    ensure(value === null || value < at.settings.scale.points, 'not-found');
    if (value === null) delete at.hand.answers[statement];
    else at.hand.answers[statement] = value;
  },
});

/** A few words to go with the answer, shown with it or not at all. Empty: none. */
export const commentOn = command('commentOn', {
  args: z.object({ statement: z.string(), text: optionalText(LONGEST_COMMENT) }),
  run: (at, { statement, text }) => {
    ensure(at.settings.comments, 'not-allowed');
    ensureOpen(at, statement);
    if (text === '') delete at.hand.comments[statement];
    else at.hand.comments[statement] = text;
  },
});

/** All of one's answers at once: from now on they count when results are shown. They can still be changed. */
export const handIn = command('handIn', {
  args: z.object({}),
  run: ({ state, hand }) => {
    ensure(Object.keys(hand.answers).length > 0, 'not-found');
    if (!hand.handedIn) state.handedIn += 1;
    hand.handedIn = true;
  },
});

/** Takes all answers back into the hand, as long as none of them was shown. */
export const takeBack = command('takeBack', {
  args: z.object({}),
  run: ({ state, hand }) => {
    ensure(!hand.shown, 'stale');
    if (hand.handedIn) state.handedIn -= 1;
    hand.handedIn = false;
  },
});

/** Shows what may be shown; `stale` while too few have handed in since the last time. */
export const revealResults = serverCommand('revealResults', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    ensure(fresh(at) >= at.settings.fewest, 'stale');
    publish(at);
  },
});

/**
 * How many answers are needed before anything is shown. Can be raised until something was shown, and
 * lowered only while nobody has answered: people have answered under that promise.
 */
export const setFewest = serverCommand('setFewest', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({
    fewest: z.int().check(z.minimum(FEWEST.least), z.maximum(FEWEST.most)),
  }),
  run: ({ settings, state, hands }, { fewest }) => {
    ensure(Object.keys(state.results).length === 0, 'stale');
    const hasBegun = hands().some(
      ([, { answers, comments }]) => Object.keys({ ...answers, ...comments }).length > 0,
    );
    ensure(fewest >= settings.fewest || !hasBegun, 'stale');
    settings.fewest = fewest;
  },
});
