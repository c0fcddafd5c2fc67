import { nameOf, type OutcomeAt, type OutcomePart, type ParticipantId } from '@rondo/meeting';
import type { UpdatesSettings } from './settings.ts';
import type { UpdatesState } from './state.ts';
import { tasksInOrder } from './tasks.ts';

/** What people have written, in the order of the round, and the tasks that something was said of. */
export function told({
  board,
  settings,
  state,
}: OutcomeAt<UpdatesSettings, UpdatesState>): OutcomePart[] {
  // The record's own keys are participant ids.
  const writers = (Object.keys(state.texts) as ParticipantId[]).sort();
  const { order } = state.turns;
  const inOrder = [
    ...order.filter((person) => writers.includes(person)),
    ...writers.filter((person) => !order.includes(person)),
  ];
  const parts: OutcomePart[] = [];
  if (inOrder.length > 0) {
    const answers = inOrder.map((person) => ({
      text: state.texts[person] ?? '',
      by: nameOf(board, person),
    }));
    parts.push({ as: 'answers', question: settings.question, answers });
  }
  const reviewed = tasksInOrder(state).filter(({ verdict }) => verdict !== null);
  if (reviewed.length > 0) {
    const tasks = reviewed.map(({ id, text, ownerName, meeting, verdict }) => {
      return { id, text, owner: ownerName, meeting, verdict, helped: null };
    });
    parts.push({ as: 'reviewed', tasks });
  }
  return parts;
}
