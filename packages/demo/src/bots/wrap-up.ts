import type { WrapUpHand, WrapUpSettings, WrapUpState } from '@rondo/phases/wrap-up/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

export const wrapUpBot: Bot = ({ view, phase, luck }) => {
  const { state, hand } = partsOf<WrapUpSettings, WrapUpState, WrapUpHand>(view, phase);
  if (state.revealed || (hand?.rating ?? null) !== null) return null;
  return { name: 'setRating', args: { value: 3 + luck.below(3) } };
};
