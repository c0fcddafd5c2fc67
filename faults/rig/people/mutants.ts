import { chanceOf, MUTANTS, type Evidence } from '@rondo/live/testing';
import { disturbances, type Noticed } from './noticed.ts';
import { wrongIn } from './record.ts';

/** So many of each lie. */
const LIES = 3;
/** How often one is looked for: a run does not leave room for each everywhere. */
const TRIES = 60;

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
 * @param record of one meeting
 */
export function unnoticedLies(record: Evidence | undefined, people: readonly Noticed[]): string[] {
  const ofRecord = MUTANTS.flatMap(({ name, of }) => {
    const lies: Evidence[] = [];
    for (let seed = 0; record && seed < TRIES && lies.length < LIES; seed++) {
      const lie = of(record, chanceOf(seed));
      if (lie) lies.push(lie);
    }
    if (lies.length === 0) return [`no room for ${name}`];
    return lies.some((lie) => wrongIn([lie]).length === 0) ? [name] : [];
  });
  const ofPeople = SEEN.flatMap(([name, of]) =>
    people.some((one) => disturbances([of(one)]).length <= disturbances([one]).length)
      ? [name]
      : [],
  );
  return [...ofRecord, ...ofPeople];
}
