import { compareText, type Board, type Brought, type ParticipantId } from '@rondo/meeting';
import type { OpenTask, UpdatesState } from './state.ts';

export const brought = ({ tasks }: Brought): Record<string, OpenTask> =>
  Object.fromEntries(tasks.map((task) => [task.id, { ...task, verdict: null }]));

/** The oldest first. */
export const tasksInOrder = ({ tasks }: UpdatesState): OpenTask[] =>
  Object.values(tasks).sort((a, b) => a.since - b.since || compareText(a.id, b.id));

/** Whether a task is this person's: by id, or by name where its owner could not be told. */
export const isOwner = (
  board: Board,
  { owner, ownerName }: Pick<OpenTask, 'owner' | 'ownerName'>,
  person: ParticipantId,
): boolean => owner === person || (owner === null && ownerName === board.people[person]?.name);

/** The tasks of nobody who is in this meeting. */
export const tasksOfOthers = (board: Board, state: UpdatesState): OpenTask[] => {
  // The record's own keys are participant ids.
  const people = (Object.keys(board.people) as ParticipantId[]).filter(
    (person) => board.people[person]?.state === 'in',
  );
  return tasksInOrder(state).filter((task) => !people.some((each) => isOwner(board, task, each)));
};
