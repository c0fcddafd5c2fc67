import type { BreakoutHand, BreakoutSettings, BreakoutState } from '@rondo/phases/breakout/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** So many cards of one teammate are plenty. */
const MOST = 3;

export const breakoutBot: Bot = ({ view, me, phase, luck, say }) => {
  const { settings, state, hand } = partsOf<BreakoutSettings, BreakoutState, BreakoutHand>(
    view,
    phase,
  );
  if (state.seats[me] === undefined) {
    const room = luck.pick(Object.keys(state.rooms));
    return room === undefined ? null : { name: 'joinRoom', args: { room } };
  }
  if (Object.keys(hand?.mine ?? {}).length >= MOST) return null;
  const prompt = luck.pick(settings.prompts);
  const text = prompt ? say(prompt.id) : null;
  if (!prompt || text === null) return null;
  return {
    name: 'addCard',
    args: { id: luck.id<'card'>(), group: luck.id<'group'>(), prompt: prompt.id, text },
  };
};
