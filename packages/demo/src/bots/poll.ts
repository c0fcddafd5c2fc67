import {
  asksForOptions,
  mostChoices,
  needsReason,
  type PollHand,
  type PollSettings,
  type PollState,
} from '@rondo/phases/poll/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** Answers once, mostly in favour; adds an option where there are none to choose from. */
export const pollBot: Bot = ({ view, phase, luck, say }) => {
  const { settings, state, hand } = partsOf<PollSettings, PollState, PollHand>(view, phase);
  if (state.result !== null || (hand?.choice.length ?? 0) > 0) return null;
  const { options, asked } = state;
  if (asksForOptions(settings.way) && options.length < 3 && settings.open) {
    const text = say('options');
    if (text !== null) return { name: 'addOption', args: { id: luck.id<'option'>(), text } };
  }
  if (options.length === 0) return null;
  const order = favourites(options.length, luck.below);
  const most = mostChoices(settings, options.length);
  // Who ranks names all; who may choose several chooses some.
  const choice = settings.way === 'ranked' ? order : order.slice(0, 1 + luck.below(most));
  const ids = choice.flatMap((index) => options[index]?.id ?? []);
  const isExplained = needsReason(settings, ids) || luck.oneIn(3);
  const reason = isExplained ? say('reason') : null;
  if (needsReason(settings, ids) && reason === null) return null;
  return { name: 'answer', args: { asked, choice: ids, reason: reason ?? '' } };
};

/** All places from 0, the early ones mostly first: the lists of a poll begin with what is best. */
const favourites = (count: number, below: (limit: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => ({ index, rank: index * 2 + below(7) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ index }) => index);
