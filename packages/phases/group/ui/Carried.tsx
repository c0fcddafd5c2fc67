import { useLive } from '@rondo/live/react';
import { nameOf, type Board, type ParticipantId } from '@rondo/meeting';
import styles from './Carried.module.css';

type People = Parameters<Parameters<typeof useLive>[0]>[0]['people'];

interface Drags {
  /** Who carries what. */
  by: Map<string, ParticipantId>;
  over: Set<string>;
}

/** Every card asks at every change, so what is asked is put together once for all. */
const known = new WeakMap<People, Drags>();

function dragsOf(people: People): Drags {
  let drags = known.get(people);
  if (!drags) {
    drags = { by: new Map(), over: new Set() };
    // The record's own keys are participant ids.
    for (const person of Object.keys(people) as ParticipantId[]) {
      const drag = people[person]?.drag;
      if (drag) drags.by.set(drag.card, person);
      if (drag?.over) drags.over.add(drag.over);
    }
    known.set(people, drags);
  }
  return drags;
}

const NOBODY: ReadonlyMap<string, string> = new Map();

function carriersOf(people: People, board: Board, ids: readonly string[]) {
  const { by } = dragsOf(people);
  if (by.size === 0) return NOBODY;
  return new Map(
    ids.flatMap((id) => {
      const person = by.get(id);
      return person === undefined ? [] : [[id, nameOf(board, person)] as const];
    }),
  );
}

const isSameMap = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

/** Whether somebody else holds something over this group. */
export const useIsAimedAt = (group: string): boolean =>
  useLive(({ people }) => dragsOf(people).over.has(group));

/** The names of others who drag one of these cards or groups right now, by what they drag. */
export const useCarriers = (ids: readonly string[]): ReadonlyMap<string, string> =>
  useLive(({ people, view }) => (view ? carriersOf(people, view.board, ids) : NOBODY), isSameMap);

/** A flag with the name of whoever carries what it is on. */
export function Carried({ by }: { by: string }) {
  return (
    <span className={styles.flag} aria-hidden="true">
      {by}
    </span>
  );
}
