import { keysOf, peek, type Board, type GroupId } from '@rondo/meeting';
import type { VoteSettings } from './settings.ts';
import type { VoteHand } from './state.ts';

/** The hand's votes for topics that (still) exist. */
export const votesOf = (board: Board, hand: VoteHand): [GroupId, number][] =>
  keysOf(hand.votes)
    .filter((topic) => peek(board.groups, topic) !== undefined)
    .map((topic) => [topic, peek(hand.votes, topic) ?? 0]);

/** How many votes a hand has given. */
export const spent = (board: Board, hand: VoteHand): number =>
  votesOf(board, hand).reduce((sum, [, count]) => sum + count, 0);

/** How many votes a person can give at all: few topics may not take them all. */
export const mostToGive = (board: Board, { votes, perTopic }: VoteSettings): number =>
  Math.min(votes, perTopic * keysOf(board.groups).length);

/** True when nothing is left to give. */
export const isFinished = (board: Board, settings: VoteSettings, hand: VoteHand): boolean => {
  const given = spent(board, hand);
  return given > 0 && given >= mostToGive(board, settings);
};
