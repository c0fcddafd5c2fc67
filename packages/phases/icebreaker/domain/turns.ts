import { ensure, id, peopleIn, type Board, type ParticipantId, type World } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import type { IcebreakerState } from './state.ts';

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, chance: random() }))
    .sort((a, b) => a.chance - b.chance)
    .map(({ thing }) => thing);
}

/** Who is here and has no place in the order yet. Where presence is unknown everybody counts as here. */
function newcomers(
  board: Board,
  order: readonly ParticipantId[],
  { present }: World,
): ParticipantId[] {
  const here = peopleIn(board).filter((person) => present.size === 0 || present.has(person));
  return here.filter((person) => !order.includes(person));
}

/** The first in the order who has had no turn, starting behind `last`, and who is still in the meeting. */
function nextAfter(
  board: Board,
  { turns }: IcebreakerState,
  last: ParticipantId | null,
): ParticipantId | null {
  const from = last === null ? 0 : turns.order.indexOf(last) + 1;
  const round = [...turns.order.slice(from), ...turns.order.slice(0, from)];
  return (
    round.find(
      (person) => turns.had[person] === undefined && board.people[person]?.state === 'in',
    ) ?? null
  );
}

/** Draws an order of everybody present and gives the first turn. `stale` while somebody has a turn. */
export const startTurns = serverCommand('startTurns', {
  by: 'facilitator',
  args: z.object({}),
  run: ({ board, state, world }) => {
    ensure(state.turns.current === null, 'stale');
    const order = shuffled(newcomers(board, [], world), world.random);
    state.turns = { order, current: order[0] ?? null, had: {} };
  },
});

/**
 * Ends the turn of the person it names, so that two clicks never end two turns. That person or the
 * facilitator may. Whoever came meanwhile is put at the end of the order.
 */
export const endTurn = serverCommand('endTurn', {
  args: z.object({ person: id<ParticipantId>(), passed: z.boolean() }),
  run: ({ board, state, world, me }, { person, passed }) => {
    ensure(me === person || me === board.facilitator, 'not-allowed');
    const { turns } = state;
    ensure(turns.current === person, 'stale');
    turns.had[person] = passed ? 'passed' : 'spoke';
    turns.order = [...turns.order, ...shuffled(newcomers(board, turns.order, world), world.random)];
    turns.current = nextAfter(board, state, person);
  },
});

/** Gives somebody the turn out of order: a latecomer, or somebody who passed and thinks again. */
export const giveTurn = command('giveTurn', {
  by: 'facilitator',
  args: z.object({ person: id<ParticipantId>() }),
  run: ({ board, state: { turns } }, { person }) => {
    ensure(board.people[person]?.state === 'in', 'not-found');
    if (!turns.order.includes(person)) turns.order = [...turns.order, person];
    delete turns.had[person];
    turns.current = person;
  },
});
