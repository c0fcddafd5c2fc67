import { sameItems, useView } from '@rondo/live/react';
import { topicsOf, type GroupId, type PhaseId } from '@rondo/meeting';

/** All topics of the phase: in their own order while people vote, the most votes first once they are counted. */
export const useTopics = (phase: PhaseId): readonly GroupId[] =>
  useView(({ board }) => topicsOf(board, phase).map(([id]) => id), sameItems);
