import type { CollectHand, CollectSettings, CollectState } from '@rondo/phases/collect/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** So many cards of one teammate are plenty. */
const MOST = 4;

export const collectBot: Bot = ({ view, phase, luck, say }) => {
  const { settings, hand } = partsOf<CollectSettings, CollectState, CollectHand>(view, phase);
  if (Object.keys(hand?.held ?? {}).length >= MOST) return null;
  const prompt = luck.pick(settings.prompts);
  const text = prompt && say(prompt.id);
  if (!prompt || text === null || text === undefined) return null;
  return {
    name: 'addCard',
    args: { id: luck.id<'card'>(), group: luck.id<'group'>(), prompt: prompt.id, text },
  };
};
