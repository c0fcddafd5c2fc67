import { check, type Evidence } from '@rondo/live/testing';
import { plays } from '../../../packages/phases/testing/index.ts';
import { rowsOf, type Gathering } from './hall.ts';
import type { Participant } from './participant.ts';

/** All that a run has left behind of each of its meetings. Everybody has to be settled. */
export async function recordsOf(
  { starts, database }: Gathering,
  people: readonly Participant[],
): Promise<Evidence[]> {
  const records: Evidence[] = [];
  for (const [meeting, start] of starts) {
    const here = people.filter(({ seat }) => seat.meeting === meeting);
    const rows = await rowsOf<{ seq: string; body: string }>(
      database,
      'select seq, body from meeting_patch where meeting_id = $1 order by seq',
      [meeting],
    );
    records.push({
      start,
      entries: rows.map(({ seq, body }) => ({ seq: Number(seq), body })),
      // Who was not let in was told nothing.
      heard: here.flatMap(({ heard }) => heard.filter(({ texts }) => texts.length > 0)),
      made: here.flatMap(({ made }) => made),
      finals: here.map(({ client }) => {
        const state = client.getState();
        if (!state.me) throw new Error('somebody never came in');
        return { person: state.me, state };
      }),
      left: 0,
      defects: here.flatMap(({ defects }) => defects),
    });
  }
  return records;
}

/**
 * Whatever is wrong with them: lost, doubled, out of order, told wrongly, or something that was done
 * and never answered.
 */
export const wrongIn = (records: readonly Evidence[]): string[] =>
  records.flatMap((record) => [
    ...check(record, plays),
    ...record.made.flatMap(({ person, n, name, answer }) =>
      answer === null ? [`${person} never got an answer to ${n} (${name})`] : [],
    ),
  ]);
