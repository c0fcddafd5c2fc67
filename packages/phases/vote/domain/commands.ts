import { ensure, id, phaseKind, type GroupId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { voteOutline } from '../outline.ts';
import { isFinished, spent, votesOf } from './budget.ts';
import { VoteSettings } from './settings.ts';
import type { VoteHand, VoteState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<VoteSettings, VoteState, VoteHand>(
  voteOutline,
);

/** "So many of my votes are for this topic"; 0 withdraws them. Says the result, so a repeat changes nothing. */
export const setVotes = command('setVotes', {
  args: z.object({ topic: id<GroupId>(), count: z.int().check(z.minimum(0), z.maximum(20)) }),
  run: ({ board, settings, state, hand }, { topic, count }) => {
    ensure(board.groups[topic] !== undefined, 'not-found');
    const before = hand.votes[topic] ?? 0;
    if (count > before) {
      ensure(count <= settings.perTopic, 'topic-full');
      ensure(spent(board, hand) - before + count <= settings.votes, 'no-votes-left');
    }
    const wasFinished = isFinished(board, settings, hand);
    if (count === 0) delete hand.votes[topic];
    else hand.votes[topic] = count;
    state.finished += Number(isFinished(board, settings, hand)) - Number(wasFinished);
  },
});

/** Changes how many votes there are, also while people vote, but never to less than anybody has given. */
export const setBudget = serverCommand('setBudget', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: VoteSettings,
  run: ({ board, settings, state, hands }, { votes, perTopic }) => {
    for (const [, hand] of hands()) {
      ensure(spent(board, hand) <= votes, 'below-spent');
      ensure(
        votesOf(board, hand).every(([, count]) => count <= perTopic),
        'below-spent',
      );
    }
    settings.votes = votes;
    settings.perTopic = perTopic;
    state.finished = hands().filter(([, hand]) => isFinished(board, settings, hand)).length;
  },
});
