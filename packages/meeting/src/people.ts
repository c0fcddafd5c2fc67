import type { Board } from './document.ts';
import type { ParticipantId } from './ids.ts';
import { compareText } from './order.ts';

/** A person's name, or a dash for somebody who was never let in. */
export const nameOf = (board: Board, person: ParticipantId): string =>
  board.people[person]?.name ?? '–';

/** Who has been let in and not been shown out, by id. */
export const peopleIn = (board: Board): ParticipantId[] =>
  // The record's own keys are participant ids.
  (Object.keys(board.people) as ParticipantId[])
    .filter((person) => board.people[person]?.state === 'in')
    .sort(compareText);
