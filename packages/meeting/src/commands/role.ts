import * as z from 'zod/mini';
import type { Board } from '../document.ts';
import type { ParticipantId } from '../ids.ts';
import { ensure } from '../refusal.ts';
import { id } from '../text.ts';
import { server } from './make.ts';

/** The facilitator passes the role on. */
export const handOver = server('handOver', {
  by: 'facilitator',
  args: z.object({ person: id<ParticipantId>() }),
  run: ({ board }, { person }) => {
    ensure(board.people[person]?.state === 'in', 'not-found');
    board.facilitator = person;
  },
});

/** Who may take the role unasked: a team lead at any time, another member when the facilitator is not here. */
export const mayTakeRole = (
  board: Board,
  me: ParticipantId,
  present: ReadonlySet<ParticipantId>,
): boolean => {
  const person = board.people[me];
  if (person?.state !== 'in' || person.role === 'guest') return false;
  return person.lead || !present.has(board.facilitator);
};

export const takeRole = server('takeRole', {
  by: 'member',
  args: z.object({}),
  run: ({ board, me, world }) => {
    ensure(me !== null && mayTakeRole(board, me, world.present), 'not-allowed');
    board.facilitator = me;
  },
});

export const roleCommands = [handOver, takeRole] as const;
