import type { Board } from './document.ts';
import type { ParticipantId } from './ids.ts';
import { peopleIn } from './people.ts';
import type { World } from './phase-kind.ts';
import { ensure } from './refusal.ts';

/** One person after another. */
export interface Turns {
  /** Who comes when; people who come later are added at the end of a turn. Empty: not started. */
  order: readonly ParticipantId[];
  /** Whose turn it is; null before the first and after the last. */
  current: ParticipantId | null;
  /** Who has had a turn. */
  had: Record<ParticipantId, 'spoke' | 'passed'>;
}

export const NO_TURNS: Turns = { order: [], current: null, had: {} };

export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, chance: random() }))
    .sort((a, b) => a.chance - b.chance)
    .map(({ thing }) => thing);
}

/** Who is here and has no place in the order yet. Where presence is unknown everybody counts as here. */
export function newcomers(
  board: Board,
  order: readonly ParticipantId[],
  { present }: World,
): ParticipantId[] {
  const here = peopleIn(board).filter((person) => present.size === 0 || present.has(person));
  return here.filter((person) => !order.includes(person));
}

/** The first in the order who has had no turn, starting behind `last`, and who is still in the meeting. */
export function nextTurn(
  board: Board,
  turns: Turns,
  last: ParticipantId | null,
  mayCome: (person: ParticipantId) => boolean = () => true,
): ParticipantId | null {
  const from = last === null ? 0 : turns.order.indexOf(last) + 1;
  const round = [...turns.order.slice(from), ...turns.order.slice(0, from)];
  return (
    round.find(
      (person) =>
        turns.had[person] === undefined && board.people[person]?.state === 'in' && mayCome(person),
    ) ?? null
  );
}

/** Whoever came meanwhile is put at the end of the order. */
export function lineUpNewcomers(board: Board, turns: Turns, world: World): void {
  const late = shuffled(newcomers(board, turns.order, world), world.random);
  if (late.length > 0) turns.order = [...turns.order, ...late];
}

/** Gives somebody the turn out of order: a latecomer, or somebody who passed and thinks again. */
export function takeTurn(board: Board, turns: Turns, person: ParticipantId): void {
  ensure(board.people[person]?.state === 'in', 'not-found');
  if (!turns.order.includes(person)) turns.order = [...turns.order, person];
  delete turns.had[person];
  turns.current = person;
}
