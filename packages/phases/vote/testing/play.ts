import type { PhasePlay, PlayAt } from '@rondo/live/testing';
import type { GroupId } from '@rondo/meeting';
import { votesOf, type VoteHand, type VoteSettings } from '../domain/index.ts';

// The board's own keys are group ids.
const topicsAt = ({ view }: PlayAt): GroupId[] => Object.keys(view.board.groups) as GroupId[];

const settingsAt = ({ view, phase }: PlayAt): VoteSettings =>
  // The phase is of this kind, so its settings and the hand's part are too.
  view.board.phases[phase]?.settings as VoteSettings;

const handAt = ({ view, phase }: PlayAt): VoteHand =>
  (view.hand.phases[phase] as VoteHand | undefined) ?? { votes: {} };

/** The counts of a hand without what they are for. */
const counts = (at: PlayAt): string =>
  votesOf(at.view.board, handAt(at))
    .map(([, count]) => count)
    .sort((a, b) => a - b)
    .join();

export const votePlay: PhasePlay = {
  kind: 'vote',

  settings: (chance) => ({ votes: 1 + chance.below(8), perTopic: 1 + chance.below(4) }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(6) : chance.oneIn(40)) {
      return {
        name: 'setBudget',
        args: { votes: chance.below(10), perTopic: 1 + chance.below(5) },
      };
    }
    const topic =
      (chance.oneIn(20) ? undefined : chance.pick(topicsAt(at))) ?? chance.id<'group'>();
    return {
      name: 'setVotes',
      args: { topic, count: chance.below(settingsAt(at).perTopic + 2) },
    };
  },

  // What the votes are for is hidden: the twin gives as many to another topic that had as many.
  twin: (move, original, twin) => {
    if (move.name !== 'setVotes') return move;
    const { topic, count } = move.args as { topic: GroupId; count: number };
    if (original.view.board.groups[topic] === undefined) return move;
    if (counts(original) !== counts(twin)) return null;
    const before = handAt(original).votes[topic] ?? 0;
    const alike = topicsAt(twin).filter((each) => (handAt(twin).votes[each] ?? 0) === before);
    const other = twin.chance.pick(alike.filter((each) => each !== topic)) ?? alike[0];
    return other === undefined ? null : { name: move.name, args: { topic: other, count } };
  },
};
