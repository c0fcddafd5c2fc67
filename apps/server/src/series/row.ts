import type { Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { roleInTeam } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { nextOccurrences, type Times } from './occurrences.ts';
import type { SeriesTables } from './tables.ts';

export type SeriesRow = Selectable<SeriesTables['series']>;

export const timesOf = (row: SeriesRow): Times => ({
  first: row.starts_at,
  zone: row.zone,
  rrule: row.rrule,
  until: row.until,
  pauses: row.pauses,
});

/** The row, or `not-found`: who is not in its team does not learn whether there is such a series. */
export async function needSeries(db: Db, user: string, series: string): Promise<SeriesRow> {
  const row = await db.selectFrom('series').selectAll().where('id', '=', series).executeTakeFirst();
  if (!row || !(await roleInTeam(db, user, row.team_id))) throw problem('not-found');
  return row;
}

/** The row of a series that is to be changed. Throws `archived` or `read-only` where its team is. */
export async function needChangeable(db: Db, user: string, series: string): Promise<SeriesRow> {
  const row = await needSeries(db, user, series);
  await needOpen(db, row.team_id);
  return row;
}

/** The next moments from `from` on, without those that were skipped or started before their date. */
export async function nextOf(
  db: Db,
  series: string,
  times: Times,
  { from, most }: { from: Date; most: number },
): Promise<Date[]> {
  const dealtWith = await db
    .selectFrom('occurrence')
    .select('at')
    .where('series_id', '=', series)
    .where('at', '>=', from)
    .execute();
  return nextOccurrences(times, {
    from,
    most,
    except: new Set(dealtWith.map(({ at }) => at.getTime())),
  });
}
