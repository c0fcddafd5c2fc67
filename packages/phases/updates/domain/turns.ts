import {
  compareText,
  ensure,
  id,
  lineUpNewcomers,
  nameOf,
  newcomers,
  nextTurn,
  shuffled,
  takeTurn,
  type Board,
  type ParticipantId,
  type ServerAt,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import type { UpdatesSettings } from './settings.ts';
import type { UpdatesHand, UpdatesState } from './state.ts';

type At = ServerAt<UpdatesSettings, UpdatesState, UpdatesHand>;

const byName = (board: Board, people: readonly ParticipantId[]): ParticipantId[] =>
  people.toSorted((a, b) => compareText(nameOf(board, a), nameOf(board, b)) || compareText(a, b));

/** Everybody who is here gets a place; those who have one keep it. */
export function lineUp({ board, settings, state, world }: At): void {
  const { turns } = state;
  if (settings.order === 'shuffled') lineUpNewcomers(board, turns, world);
  else turns.order = [...turns.order, ...byName(board, newcomers(board, turns.order, world))];
}

/** Whoever is away is passed over and not marked: their turn comes when they are back. */
function goOn(at: At, last: ParticipantId | null): void {
  const { board, state, world } = at;
  lineUp(at);
  state.turns.current = nextTurn(
    board,
    state.turns,
    last,
    (person) => world.present.size === 0 || world.present.has(person),
  );
  startTime(at);
}

/** The time of the one before is over; the next one's begins. */
function startTime({ board, phaseId, settings, state, world }: At): void {
  if (settings.secondsPerPerson === undefined) return;
  if (state.turns.current === null) {
    if (board.timer?.phase === phaseId) board.timer = null;
    return;
  }
  const length = settings.secondsPerPerson * 1_000;
  board.timer = { phase: phaseId, endsAt: world.now + length, length, kind: 'countdown' };
}

/** Begins, or goes on with those who have had no turn. `stale` while somebody has one. */
export const startRound = serverCommand('startRound', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    ensure(at.state.turns.current === null, 'stale');
    goOn(at, null);
  },
});

/** A round from the beginning, in an order drawn anew. */
export const drawAgain = serverCommand('drawAgain', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => {
    const { board, state, world } = at;
    ensure(state.turns.current === null, 'stale');
    state.turns = { order: [], current: null, had: {} };
    at.state.turns.order = shuffled(newcomers(board, [], world), world.random);
  },
});

/**
 * Ends the turn of the person it names, so that two clicks never end two turns. That person or the
 * facilitator may. `later`: they come once more, after everybody else.
 */
export const endTurn = serverCommand('endTurn', {
  args: z.object({
    person: id<ParticipantId>(),
    how: z.enum(['spoke', 'passed', 'later']),
  }),
  run: (at, { person, how }) => {
    const { board, state, me } = at;
    ensure(me === person || me === board.facilitator, 'not-allowed');
    const { turns } = state;
    ensure(turns.current === person, 'stale');
    if (how !== 'later') {
      turns.had[person] = how;
      goOn(at, person);
      return;
    }
    lineUp(at);
    const before = turns.order[turns.order.indexOf(person) - 1] ?? null;
    turns.order = [...turns.order.filter((each) => each !== person), person];
    goOn(at, before);
  },
});

/** Gives somebody the turn out of order: a latecomer, or somebody who passed and thinks again. */
export const giveTurn = serverCommand('giveTurn', {
  by: 'facilitator',
  args: z.object({ person: id<ParticipantId>() }),
  run: (at, { person }) => {
    takeTurn(at.board, at.state.turns, person);
    startTime(at);
  },
});

/** Moves somebody behind another one in the order (null: to the front). */
export const moveTurn = command('moveTurn', {
  by: 'facilitator',
  args: z.object({ person: id<ParticipantId>(), behind: z.nullable(id<ParticipantId>()) }),
  run: ({ state: { turns } }, { person, behind }) => {
    ensure(turns.order.includes(person), 'not-found');
    const rest = turns.order.filter((each) => each !== person);
    ensure(behind === null || rest.includes(behind), 'not-found');
    const at = behind === null ? 0 : rest.indexOf(behind) + 1;
    turns.order = [...rest.slice(0, at), person, ...rest.slice(at)];
  },
});
