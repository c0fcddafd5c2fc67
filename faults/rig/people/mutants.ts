import { chanceOf, MUTANTS, type Evidence } from '@rondo/live/testing';
import { disturbances, type Noticed } from './noticed.ts';
import { wrongIn } from './record.ts';

/** How often each lie is told of each meeting. */
const TRIES = 5;

const SEEN: readonly (readonly [string, (of: Noticed) => Noticed])[] = [
  ['a connection that was closed', (of) => ({ ...of, forced: [...of.forced, 1006] })],
  ['a connection that was refused', (of) => ({ ...of, refused: [...of.refused, 'ECONNREFUSED'] })],
  ['somebody turned away', (of) => ({ ...of, turnedAway: [...of.turnedAway, 'overloaded'] })],
  ['a banner', (of) => ({ ...of, banners: [...of.banners, 'offline'] })],
];

/**
 * Tells lies about a run: an entry dropped, doubled or exchanged with the next one, in the log and on
 * its way to somebody, a wrong answer, a connection that was closed… Answers the lies that nobody has
 * noticed, and those for which the run has left no room.
 */
export function unnoticedLies(records: readonly Evidence[], people: readonly Noticed[]): string[] {
  const ofRecords = MUTANTS.flatMap(({ name, of }) => {
    const lies = records.flatMap((record, index) =>
      Array.from({ length: TRIES }, (_, each) => of(record, chanceOf(index * TRIES + each))),
    );
    const told = lies.filter((lie) => lie !== null);
    if (told.length === 0) return [`no room for ${name}`];
    return told.some((lie) => wrongIn([lie]).length === 0) ? [name] : [];
  });
  const ofPeople = SEEN.flatMap(([name, of]) =>
    people.some((one) => disturbances([of(one)]).length <= disturbances([one]).length)
      ? [name]
      : [],
  );
  return [...ofRecords, ...ofPeople];
}
