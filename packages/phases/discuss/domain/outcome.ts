import {
  nameOf,
  outcomeTopic,
  sorted,
  tasksOf,
  topicsOf,
  type OutcomeAt,
  type OutcomePart,
  type OutcomeTopic,
} from '@rondo/meeting';
import { threadOf } from './comments.ts';
import type { DiscussSettings } from './settings.ts';
import type { DiscussState } from './state.ts';

/** Every topic with all that was said about it, in the order in which it was talked about. */
export function discussed({
  board,
  phaseId,
  state,
}: OutcomeAt<DiscussSettings, DiscussState>): OutcomePart[] {
  const topics = sorted(state.topics).map(([id, topic]): OutcomeTopic => {
    const group = board.groups[id];
    const plain = group
      ? outcomeTopic(board, id, group)
      : { title: topic.title, votes: null, cards: [], tasks: tasksOf(board, id) };
    return {
      ...plain,
      notes: topic.notes,
      parked: topic.parked,
      comments: threadOf(state, id)
        .filter(([, comment]) => !comment.deleted)
        .map(([, { text, by, parent }]) => ({
          text,
          by: nameOf(board, by),
          reply: parent !== null,
        })),
    };
  });
  // Cards that came when the discussion was over.
  const late = topicsOf(board, phaseId)
    .filter(([id]) => state.topics[id] === undefined)
    .map(([id, group]) => outcomeTopic(board, id, group));
  return [{ as: 'topics', topics: [...topics, ...late] }];
}
