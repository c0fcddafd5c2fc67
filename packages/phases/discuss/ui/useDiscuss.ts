import { useView } from '@rondo/live/react';
import { sorted, type GroupId, type PhaseId } from '@rondo/meeting';
import { topicTitle, usePhase, type PhaseOf } from '../../parts/index.ts';
import type { DiscussSettings, DiscussState, Topic } from '../domain/index.ts';

export const useDiscuss = (phase: PhaseId): PhaseOf<DiscussSettings, DiscussState> =>
  usePhase<DiscussSettings, DiscussState>(phase);

/** What a topic is called now or, when all its cards are gone, was called last. */
export function useTopicName(phase: PhaseId, topic: GroupId): string {
  const last = useDiscuss(phase).state.topics[topic]?.title ?? '';
  const now = useView(({ board }) => topicTitle(board, topic));
  return now || last;
}

export interface ListedTopic {
  id: GroupId;
  topic: Topic;
}

/** The topics in the order in which they are talked about, and apart from them those that are parked. */
export function linedUp(state: DiscussState): { topics: ListedTopic[]; parked: ListedTopic[] } {
  const all = sorted(state.topics).map(([id, topic]) => ({ id, topic }));
  return {
    topics: all.filter(({ topic }) => !topic.parked),
    parked: all.filter(({ topic }) => topic.parked),
  };
}
