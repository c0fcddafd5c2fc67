import { ensure, id, text, type Id } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { asksForOptions, LONGEST_OPTION, LONGEST_QUESTION, OPTIONS } from './settings.ts';

type OptionId = Id<'option'>;

/** Another wording, as long as nobody has answered the one before. */
export const setQuestion = command('setQuestion', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({ text: text(LONGEST_QUESTION) }),
  run: ({ settings, state }, { text }) => {
    ensure(state.result === null && state.answers === 0, 'stale');
    settings.question = text;
    state.asked += 1;
  },
});

/** By whoever facilitates as long as nobody has answered; by everybody until the reveal where that is wanted. */
export const addOption = command('addOption', {
  during: ['ahead', 'open'],
  args: z.object({ id: id<OptionId>(), text: text(LONGEST_OPTION) }),
  run: ({ phase, settings, state, steers }, { id, text }) => {
    ensure(asksForOptions(settings.way), 'not-allowed');
    ensure(steers || (settings.open && phase.status === 'open'), 'not-allowed');
    ensure(state.result === null && (settings.open || state.answers === 0), 'stale');
    ensure(!state.options.some((each) => each.id === id), 'exists');
    ensure(state.options.length < OPTIONS.most, 'full');
    state.options = [...state.options, { id, label: text }];
  },
});

export const removeOption = command('removeOption', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({ id: z.string() }),
  run: ({ settings, state }, { id }) => {
    ensure(asksForOptions(settings.way), 'not-allowed');
    ensure(
      state.options.some((each) => each.id === id),
      'not-found',
    );
    ensure(state.result === null && state.answers === 0, 'stale');
    state.options = state.options.filter((each) => each.id !== id);
    state.asked += 1;
  },
});

/** Anonymity can be granted until the reveal, but taken away only while nobody has answered. */
export const setAnonymous = command('setAnonymous', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({ anonymous: z.boolean() }),
  run: ({ settings, state }, { anonymous }) => {
    if (anonymous === settings.anonymous) return;
    ensure(state.result === null && (anonymous || state.answers === 0), 'stale');
    settings.anonymous = anonymous;
    state.asked += 1;
  },
});
