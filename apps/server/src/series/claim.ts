import type { Chance } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import type { Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import { newKey } from '../meetings/new-key.ts';
import { nameAt } from './name.ts';
import { nextOf, timesOf, type SeriesRow } from './row.ts';
import type { SeriesTables } from './tables.ts';

export type OccurrenceRow = Selectable<SeriesTables['occurrence']>;

/**
 * Takes the next date of a series, for the meeting that is due (`due`) or to leave it out: moves
 * `next_at` on and writes down the date with the ids that its meeting will have, in one transaction.
 * Null: somebody else was quicker. What is `due` is ours to make; see `hold.ts`.
 */
export async function claimNext(
  { db, chance }: { db: Db; chance: Chance },
  row: SeriesRow,
  state: 'due' | 'skipped' | 'missed',
): Promise<OccurrenceRow | null> {
  const at = row.next_at;
  if (at === null) return null;
  const [next = null] = await nextOf(db, row.id, timesOf(row), {
    from: new Date(at.getTime() + 1),
    most: 1,
  });
  const { language } = await db
    .selectFrom('team')
    .select('language')
    .where('id', '=', row.team_id)
    .executeTakeFirstOrThrow();
  return db.transaction().execute(async (tx) => {
    const moved = await tx
      .updateTable('series')
      .set({
        next_at: next,
        // Only a meeting takes a number: what is left out has none.
        number: state === 'due' ? row.number + 1 : row.number,
        ...(next === null && { state: 'ended', changed_at: new Date() }),
      })
      .where('id', '=', row.id)
      .where('next_at', '=', at)
      .where('number', '=', row.number)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return null;
    const isDue = state === 'due';
    return tx
      .insertInto('occurrence')
      .values({
        series_id: row.id,
        at,
        name: nameAt(row.name, { number: row.number, at, zone: row.zone, language }),
        state,
        meeting_id: isDue ? newKey<MeetingId>() : null,
        host_id: isDue ? chance.id<'participant'>() : null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
