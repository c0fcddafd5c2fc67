import { topicsOf } from '@rondo/meeting';
import type { VoteHand, VoteSettings, VoteState } from '@rondo/phases/vote/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

export const voteBot: Bot = ({ view, phase, luck }) => {
  const { settings, hand } = partsOf<VoteSettings, VoteState, VoteHand>(view, phase);
  const given = Object.values(hand?.votes ?? {}).reduce((sum, count) => sum + count, 0);
  if (given >= settings.votes) return null;
  const topics = topicsOf(view.board, phase).map(([id]) => id);
  const topic = luck.pick(topics);
  if (topic === undefined) return null;
  const before = hand?.votes[topic] ?? 0;
  if (before >= settings.perTopic) return null;
  return { name: 'setVotes', args: { topic, count: before + 1 } };
};
