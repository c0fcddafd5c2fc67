import { markdownText } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { titleOf, type Board, type GroupId } from '@rondo/meeting';

/** What a topic is called, in plain text: its title, else how its first card begins. */
export function topicTitle(board: Board, topic: GroupId): string {
  const group = board.groups[topic];
  return group ? markdownText(titleOf(board, group)) : '';
}

export const useTopicTitle = (topic: GroupId): string =>
  useView(({ board }) => topicTitle(board, topic));
