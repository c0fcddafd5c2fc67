import {
  ensure,
  id,
  lineUpNewcomers,
  newcomers,
  nextTurn,
  shuffled,
  takeTurn,
  type ParticipantId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';

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
    lineUpNewcomers(board, turns, world);
    turns.current = nextTurn(board, turns, person);
  },
});

/** Gives somebody the turn out of order: a latecomer, or somebody who passed and thinks again. */
export const giveTurn = command('giveTurn', {
  by: 'facilitator',
  args: z.object({ person: id<ParticipantId>() }),
  run: ({ board, state: { turns } }, { person }) => takeTurn(board, turns, person),
});
