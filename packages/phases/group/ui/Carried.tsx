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

function carrierOf(people: People, board: Board, id: string): string | null {
  const person = dragsOf(people).by.get(id);
  return person === undefined ? null : nameOf(board, person);
}

/** Whether somebody else holds something over this group. */
export const useIsAimedAt = (group: string): boolean =>
  useLive(({ people }) => dragsOf(people).over.has(group));

/** The name of somebody else who drags this card or group right now. */
export const useCarrier = (id: string): string | null =>
  useLive(({ people, view }) => view && carrierOf(people, view.board, id));

/** A flag with the name of whoever carries what it is on. */
export function Carried({ by }: { by: string }) {
  return (
    <span className={styles.flag} aria-hidden="true">
      {by}
    </span>
  );
}
