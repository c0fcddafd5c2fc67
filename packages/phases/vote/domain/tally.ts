import type { GroupId, ServerAt } from '@rondo/meeting';
import { isFinished } from './budget.ts';
import type { VoteSettings } from './settings.ts';
import type { VoteHand, VoteState } from './state.ts';

type At = ServerAt<VoteSettings, VoteState, VoteHand>;

const topicsOf = ({ board }: At): GroupId[] =>
  // The record's own keys are group ids.
  Object.keys(board.groups) as GroupId[];

function sums({ hands }: At): Map<GroupId, number> {
  const sum = new Map<GroupId, number>();
  for (const [, hand] of hands()) {
    // The record's own keys are group ids.
    for (const [topic, count] of Object.entries(hand.votes) as [GroupId, number][]) {
      sum.set(topic, (sum.get(topic) ?? 0) + count);
    }
  }
  return sum;
}

/** Votes for topics that are gone come back to whoever gave them. */
export function giveBack(at: At): void {
  at.board.sealed = true;
  for (const [, hand] of at.hands()) {
    for (const topic of Object.keys(hand.votes) as GroupId[]) {
      if (at.board.groups[topic] === undefined) delete hand.votes[topic];
    }
  }
  at.state.finished = at
    .hands()
    .filter(([, hand]) => isFinished(at.board, at.settings, hand)).length;
}

/** All hands are counted onto the topics; who voted for what stays in the hands. */
export function tally(at: At): void {
  const given = sums(at);
  for (const topic of topicsOf(at)) {
    const group = at.board.groups[topic];
    if (group) group.votes = (at.state.kept ? (group.votes ?? 0) : 0) + (given.get(topic) ?? 0);
  }
}

/** Takes the votes off the topics again. Votes that no hand holds any more stay: nobody could give them again. */
export function takeBack(at: At): void {
  const given = sums(at);
  const votes = topicsOf(at).reduce((sum, topic) => sum + (at.board.groups[topic]?.votes ?? 0), 0);
  if (given.size === 0 && votes > 0) at.state.kept = true;
  for (const topic of topicsOf(at)) {
    const group = at.board.groups[topic];
    if (!group) continue;
    const rest = (group.votes ?? 0) - (given.get(topic) ?? 0);
    if (at.state.kept && rest > 0) group.votes = rest;
    else delete group.votes;
  }
}
