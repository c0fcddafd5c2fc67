import {
  valuesOf,
  type EstimateHand,
  type EstimateSettings,
  type EstimateState,
} from '@rondo/phases/estimate/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** Brings its stories along, then picks what is about in the middle: sometimes all agree, sometimes not. */
export const estimateBot: Bot = ({ view, me, phase, luck, say }) => {
  const { settings, state, hand } = partsOf<EstimateSettings, EstimateState, EstimateHand>(
    view,
    phase,
  );
  const title = say('stories');
  if (title !== null) {
    const words = { title, link: null, description: '', acceptance: '', task: null };
    return { name: 'addStories', args: { stories: [{ id: luck.id<'story'>(), ...words }] } };
  }
  if (state.at === null || state.spectators[me]) return null;
  const { story, dimension } = state.at;
  const ballot = state.stories[story]?.ballots[dimension];
  if (ballot && ballot.shown !== null) return null;
  const round = ballot?.round ?? 1;
  if (hand?.picks[story]?.[dimension]?.round === round) return null;
  const scale = settings.dimensions.find(({ id }) => id === dimension)?.scale ?? 'fibonacci';
  const values = valuesOf(scale);
  const middle = Math.floor(values.length / 2) - 1;
  // A second round brings people together.
  const spread = round > 1 ? 0 : luck.below(3) - 1;
  const value = values[Math.max(0, Math.min(values.length - 1, middle + spread))];
  return value === undefined ? null : { name: 'pick', args: { story, dimension, round, value } };
};
