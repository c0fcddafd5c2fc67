import {
  ensure,
  id,
  need,
  orderBehind,
  sorted,
  type Board,
  type GroupId,
  type PhaseId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import type { DiscussSettings } from './settings.ts';
import type { DiscussState } from './state.ts';

const topic = id<GroupId>();

/** The topic to go to from `last`: the next one waiting, from the front again behind the last. */
export function nextTopic(state: DiscussState, last: GroupId | null): GroupId | null {
  const all = sorted(state.topics);
  const from = all.findIndex(([id]) => id === last) + 1;
  const round = [...all.slice(from), ...all.slice(0, from)];
  const next = round.find(([id, topic]) => id !== last && !topic.done && !topic.parked);
  return next?.[0] ?? null;
}

interface At {
  board: Board;
  phaseId: PhaseId;
  settings: DiscussSettings;
  state: DiscussState;
}

/** A countdown for one topic says nothing about the next. */
function goTo({ board, phaseId, settings, state }: At, topic: GroupId | null): void {
  if (state.current === topic) return;
  state.current = topic;
  const { timer } = board;
  const isForTopic = timer?.phase === phaseId && timer.kind === 'countdown';
  if (isForTopic && settings.minutesPerTopic !== undefined) board.timer = null;
}

/** Leads to a topic; a finished or parked one is taken up again. */
export const openTopic = command('openTopic', {
  by: 'facilitator',
  args: z.object({ topic }),
  run: (at, args) => {
    const topic = need(at.state.topics[args.topic], 'not-found');
    topic.done = false;
    topic.parked = false;
    goTo(at, args.topic);
  },
});

/** Names the topic it ends, so that two clicks never end two. Leads on to the next. */
export const finishTopic = command('finishTopic', {
  by: 'facilitator',
  args: z.object({ topic }),
  run: (at, args) => {
    const topic = need(at.state.topics[args.topic], 'not-found');
    ensure(at.state.current === args.topic, 'stale');
    topic.done = true;
    goTo(at, nextTopic(at.state, args.topic));
  },
});

/** Into the parking lot or out of it. Parking the present topic leads on to the next. */
export const parkTopic = command('parkTopic', {
  by: 'facilitator',
  args: z.object({ topic, parked: z.boolean() }),
  run: (at, args) => {
    need(at.state.topics[args.topic], 'not-found').parked = args.parked;
    if (args.parked && at.state.current === args.topic) goTo(at, nextTopic(at.state, args.topic));
  },
});

/** Puts a topic directly behind another (null: in front of all). */
export const moveTopic = command('moveTopic', {
  by: 'facilitator',
  args: z.object({ topic, behind: z.nullable(topic) }),
  run: ({ state }, { topic, behind }) => {
    const moving = need(state.topics[topic], 'not-found');
    ensure(
      behind === null || (behind !== topic && state.topics[behind] !== undefined),
      'not-found',
    );
    moving.order = orderBehind(state.topics, behind, topic);
    state.arranged = true;
  },
});
