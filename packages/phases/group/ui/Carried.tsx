import { useLive } from '@rondo/live/react';
import { nameOf, type ParticipantId } from '@rondo/meeting';
import styles from './Carried.module.css';

/** The name of somebody else who drags this card or group right now. */
export const useCarrier = (id: string): string | null =>
  useLive(({ people, view }) => {
    if (!view) return null;
    // The record's own keys are participant ids.
    for (const person of Object.keys(people) as ParticipantId[]) {
      if (people[person]?.drag?.card === id) return nameOf(view.board, person);
    }
    return null;
  });

/** Whether somebody else holds something over this group. */
export const useIsAimedAt = (group: string): boolean =>
  useLive(({ people }) => Object.values(people).some(({ drag }) => drag?.over === group));

/** A flag with the name of whoever carries what it is on. */
export function Carried({ by }: { by: string }) {
  return (
    <span className={styles.flag} aria-hidden="true">
      {by}
    </span>
  );
}
