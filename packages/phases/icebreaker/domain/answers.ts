import { ensure, text, type ServerAt } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import type { IcebreakerSettings } from './settings.ts';
import { LONGEST_ANSWER, type IcebreakerHand, type IcebreakerState } from './state.ts';

/** One's own answer: face down in the hand until the reveal, then open on the board. Null withdraws it. */
export const writeAnswer = command('writeAnswer', {
  args: z.object({ text: z.nullable(text(LONGEST_ANSWER)) }),
  run: ({ state, hand, me }, { text }) => {
    ensure(state.mode === 'together', 'not-open');
    if (state.answers !== null) {
      if (text === null) delete state.answers[me];
      else state.answers[me] = text;
      return;
    }
    state.answered += Number(text !== null) - Number(hand.answer !== null);
    hand.answer = text;
  },
});

/** Turns over what has been written so far. With no answer at all there is nothing to turn over. */
export function turnOver({
  state,
  hands,
}: ServerAt<IcebreakerSettings, IcebreakerState, IcebreakerHand>): void {
  for (const [person, hand] of hands()) {
    if (hand.answer === null) continue;
    state.answers ??= {};
    state.answers[person] = hand.answer;
    hand.answer = null;
  }
  state.answered = 0;
}

export const revealAnswers = serverCommand('revealAnswers', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    ensure(at.state.answers === null && at.state.answered > 0, 'stale');
    turnOver(at);
  },
});
