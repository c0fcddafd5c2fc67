import { ensure, need, optionalText } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { mostChoices, needsReason } from './options.ts';
import { OPTIONS } from './settings.ts';
import { LONGEST_REASON } from './state.ts';

const option = z.string().check(z.minLength(1), z.maxLength(40));

/**
 * My whole answer, into the hand; nothing chosen takes it back. `asked` is the question as I saw it:
 * an answer that was on its way while another one was asked, or while names were put on, is `stale`.
 */
export const answer = command('answer', {
  args: z.object({
    asked: z.int().check(z.minimum(0)),
    choice: z.array(option).check(z.maxLength(OPTIONS.most)),
    reason: optionalText(LONGEST_REASON),
  }),
  run: ({ settings, state, hand }, { asked, choice, reason }) => {
    ensure(state.result === null && asked === state.asked, 'stale');
    ensure(
      choice.every((each) => state.options.some(({ id }) => id === each)),
      'not-found',
    );
    ensure(new Set(choice).size === choice.length, 'bad-arguments');
    ensure(choice.length <= mostChoices(settings, state.options.length), 'full');
    ensure(reason !== '' || !needsReason(settings, choice), 'bad-arguments');
    ensure(reason === '' || choice.length > 0, 'bad-arguments');
    state.answers += Number(choice.length > 0) - Number(hand.choice.length > 0);
    hand.choice = choice;
    hand.reason = reason;
  },
});

/** Takes back my objection once we have talked: it becomes a concern, and its words stay. */
export const withdrawObjection = command('withdrawObjection', {
  args: z.object({}),
  run: ({ settings, state, hand, me }) => {
    const result = need(state.result, 'stale');
    ensure(
      settings.way === 'consent' && !result.tooFew && hand.choice[0] === 'objection',
      'not-found',
    );
    hand.choice = ['concern'];
    result.counts['objection'] = (result.counts['objection'] ?? 1) - 1;
    result.counts['concern'] = (result.counts['concern'] ?? 0) + 1;
    if (result.choices) result.choices[me] = ['concern'];
    result.reasons = result.reasons.map((each) =>
      each.id === hand.given ? { ...each, withdrawn: true } : each,
    );
  },
});
