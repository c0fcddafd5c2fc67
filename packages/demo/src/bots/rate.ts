import type { RateHand, RateSettings, RateState } from '@rondo/phases/rate/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

export const rateBot: Bot = ({ view, phase, luck }) => {
  const { settings, hand } = partsOf<RateSettings, RateState, RateHand>(view, phase);
  if (hand?.handedIn) return null;
  const next = settings.statements.find(({ id }) => hand?.answers[id] === undefined);
  if (!next) return { name: 'handIn', args: {} };
  const { points } = settings.scale;
  const value = Math.max(0, points - 1 - luck.below(Math.min(3, points)));
  return { name: 'setAnswer', args: { statement: next.id, value } };
};
