import type {
  IcebreakerHand,
  IcebreakerSettings,
  IcebreakerState,
} from '@rondo/phases/icebreaker/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

export const icebreakerBot: Bot = ({ view, phase, say }) => {
  const { state, hand } = partsOf<IcebreakerSettings, IcebreakerState, IcebreakerHand>(view, phase);
  if (state.mode !== 'together' || state.answers !== null || (hand?.answer ?? null) !== null)
    return null;
  const text = say('icebreaker');
  return text === null ? null : { name: 'writeAnswer', args: { text } };
};
