import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { nameOfAll } from './name.ts';
import { recordChange } from './record-change.ts';
import { needChangeable, nextOf, timesOf, type SeriesRow } from './row.ts';

/** How many dates are said to have been skipped while a series was paused. */
const MOST_SKIPPED = 200;

/** No more meetings, for now or for good. */
export async function stopSeries(
  db: Db,
  user: string,
  series: string,
  state: 'paused' | 'ended',
): Promise<SeriesRow> {
  await needChangeable(db, user, series);
  return db.transaction().execute(async (tx) => {
    const stopped = await tx
      .updateTable('series')
      .set({ state, next_at: null, changed_at: new Date() })
      .where('id', '=', series)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(tx, user, series, state);
    return stopped;
  });
}

/** Goes on with the next date in the future; `bad-input` where there is none. */
export async function resumeSeries(
  db: Db,
  user: string,
  series: string,
  now: Date,
): Promise<SeriesRow> {
  const row = await needChangeable(db, user, series);
  if (row.state === 'active') return row;
  const times = timesOf(row);
  const [next] = await nextOf(db, series, times, { from: now, most: 1 });
  if (!next) throw problem('bad-input');
  const since = await nextOf(db, series, times, { from: row.changed_at, most: MOST_SKIPPED });
  const skipped = since.filter((at) => at < now);
  return db.transaction().execute(async (tx) => {
    if (skipped.length > 0) {
      // Said to the team and its calendars: on these days nothing took place.
      await tx
        .insertInto('occurrence')
        .values(
          skipped.map((at) => ({
            series_id: series,
            at,
            name: nameOfAll(row.name),
            state: 'skipped' as const,
            meeting_id: null,
            host_id: null,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await recordChange(tx, user, series, 'resumed');
    return tx
      .updateTable('series')
      .set({ state: 'active', next_at: next, changed_at: now })
      .where('id', '=', series)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
