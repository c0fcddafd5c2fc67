import type { RespondHand, RespondSettings, RespondState } from '@rondo/phases/respond/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** Writes one answer after the other, then gives them all. */
export const respondBot: Bot = ({ view, phase, say }) => {
  const { settings, hand } = partsOf<RespondSettings, RespondState, RespondHand>(view, phase);
  if (hand?.gave) return null;
  const drafts = hand?.drafts ?? {};
  for (const { id } of settings.prompts) {
    const text = drafts[id] === undefined ? say(id) : null;
    if (text !== null) return { name: 'write', args: { prompt: id, text } };
  }
  return Object.keys(drafts).length > 0 ? { name: 'give', args: {} } : null;
};
