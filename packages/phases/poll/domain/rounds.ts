import { ensure, need, optionalText } from '@rondo/meeting';
import * as z from 'zod/mini';
import { goOn, isUntold, turnOver } from './count.ts';
import { command, serverCommand } from './kind.ts';
import { LONGEST_DECISION, MOST_ROUNDS } from './state.ts';

export const revealAnswers = serverCommand('revealAnswers', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    ensure(at.state.result === null, 'stale');
    turnOver(at);
  },
});

/**
 * Asks once more, with empty hands; what was shown is kept as an earlier round. Where too few had
 * answered, `fresh: false` waits for more answers instead.
 */
export const askAgain = serverCommand('askAgain', {
  by: 'facilitator',
  args: z.object({ fresh: z.boolean() }),
  run: (at, { fresh }) => {
    const { settings, state, hands, handOf } = at;
    const result = need(state.result, 'stale');
    if (!fresh) {
      ensure(isUntold(result), 'stale');
      goOn(at);
      return;
    }
    if (!isUntold(result)) {
      ensure(state.past.length < MOST_ROUNDS - 1, 'full');
      const { question } = settings;
      state.past = [...state.past, { question, options: state.options, result }];
    }
    for (const [person] of hands()) {
      const hand = handOf(person);
      hand.choice = [];
      hand.reason = '';
      hand.given = null;
    }
    state.result = null;
    state.answers = 0;
    state.asked += 1;
  },
});

/** What was decided. Empty: nothing yet. */
export const setDecision = command('setDecision', {
  by: 'facilitator',
  during: ['open', 'done'],
  args: z.object({ text: optionalText(LONGEST_DECISION) }),
  run: ({ state }, { text }) => {
    ensure(state.result !== null || state.past.length > 0, 'stale');
    state.decision = text === '' ? null : text;
  },
});
