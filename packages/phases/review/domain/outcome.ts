import { type Board, type OutcomeAt, type OutcomePart } from '@rondo/meeting';
import type { ReviewSettings } from './settings.ts';
import type { ReviewedTask, ReviewState } from './state.ts';

/** The name of whose task it is: as they are called in this meeting, else as they were called. */
export const ownerOf = (board: Board, { owner, ownerName }: ReviewedTask): string | null =>
  (owner === null ? undefined : board.people[owner]?.name) ?? ownerName;

export function reviewed({ board, state }: OutcomeAt<ReviewSettings, ReviewState>): OutcomePart[] {
  const tasks = state.order.flatMap((id) => {
    const task = state.tasks[id];
    if (!task) return [];
    const { text, due, meeting, verdict, changed, helped, doneAt, renewed, putOff } = task;
    const isChanged = changed && verdict === 'keep';
    return [
      {
        id,
        text,
        owner: ownerOf(board, task),
        due,
        meeting,
        verdict: isChanged ? ('changed' as const) : verdict,
        helped: verdict === 'done' ? helped : null,
        ...(doneAt !== undefined && { asked: true as const }),
        ...(isChanged && renewed && { renewed }),
        ...(putOff && { putOff }),
      },
    ];
  });
  return tasks.length === 0 ? [] : [{ as: 'reviewed', tasks }];
}
