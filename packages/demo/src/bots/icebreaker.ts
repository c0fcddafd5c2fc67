import type {
  IcebreakerHand,
  IcebreakerSettings,
  IcebreakerState,
} from '@rondo/phases/icebreaker/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

export const icebreakerBot: Bot = ({ view, me, phase, say }) => {
  const { state, hand } = partsOf<IcebreakerSettings, IcebreakerState, IcebreakerHand>(view, phase);
  if (state.mode === 'turns') {
    return state.turns.current === me
      ? { name: 'endTurn', args: { person: me, passed: false } }
      : null;
  }
  if (state.answers !== null || (hand?.answer ?? null) !== null) return null;
  const text = say('icebreaker');
  return text === null ? null : { name: 'writeAnswer', args: { text } };
};
