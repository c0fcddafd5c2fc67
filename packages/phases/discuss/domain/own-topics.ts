import {
  ensure,
  id,
  layCard,
  need,
  orderAfterAll,
  text,
  titleOf,
  type CardId,
  type GroupId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';

/** The longest topic that is put on the list in the discussion itself, in visible characters. */
export const LONGEST_TOPIC = 500;

const topicText = text(LONGEST_TOPIC);

/** Puts something on the list that nobody had written before: so a meeting can also begin by talking. */
export const addTopic = command('addTopic', {
  during: ['open', 'done'],
  args: z.object({ card: id<CardId>(), topic: id<GroupId>(), text: topicText }),
  run: ({ board, phase, phaseId, state, me }, { card, topic, text }) => {
    ensure(state.topics[topic] === undefined, 'exists');
    layCard(board, card, { text, phase: phaseId, prompt: 'topic', group: topic, by: me });
    state.topics[topic] = {
      order: orderAfterAll(state.topics),
      done: false,
      parked: false,
      notes: '',
      revision: 0,
      cards: [card],
      title: titleOf(board, need(board.groups[topic], 'not-found')),
    };
    if (phase.status === 'open' && state.current === null) state.current = topic;
  },
});

/** Says it better: whoever put it on the list, or who steers. */
export const editTopic = command('editTopic', {
  during: ['open', 'done'],
  args: z.object({ card: id<CardId>(), text: topicText }),
  run: ({ board, phaseId, state, me, steers }, { card, text }) => {
    const found = need(board.cards[card], 'not-found');
    ensure(found.phase === phaseId, 'not-found');
    ensure(found.by === me || steers, 'not-yours');
    found.text = text;
    const topic = state.topics[found.group];
    const group = board.groups[found.group];
    if (topic && group) topic.title = titleOf(board, group);
  },
});
