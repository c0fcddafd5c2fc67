import type { DiscussHand, DiscussSettings, DiscussState } from '@rondo/phases/discuss/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** So many remarks of simulated people to one topic: a conversation, no chatter. */
const MOST = 2;

export const discussBot: Bot = ({ view, phase, luck, say }) => {
  const { state } = partsOf<DiscussSettings, DiscussState, DiscussHand>(view, phase);
  const topic = state.current;
  if (topic === null) return null;
  const said = Object.values(state.comments).filter((comment) => comment.topic === topic);
  if (said.length >= MOST) return null;
  const text = say('discuss');
  if (text === null) return null;
  return {
    name: 'addComment',
    args: { id: luck.id<'comment'>(), topic, text, parent: null, mentions: [] },
  };
};
