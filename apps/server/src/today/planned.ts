import type { Planned } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { nameAt } from '../series/name.ts';
import { nextOccurrences } from '../series/occurrences.ts';
import { timesOf } from '../series/row.ts';

const DAYS = 7;
const DAY = 86_400_000;
/** The most that are shown. */
const MOST = 20;

/** What is planned for the next seven days in these teams, the soonest first. */
export async function plannedIn(db: Db, teams: readonly string[], now: Date): Promise<Planned[]> {
  const until = new Date(now.getTime() + DAYS * DAY);
  const rows = await db
    .selectFrom('series')
    .innerJoin('team', 'team.id', 'series.team_id')
    .selectAll('series')
    .select(['team.name as team_name', 'team.language'])
    .where('series.team_id', 'in', teams)
    .where('series.next_at', '<=', until)
    .orderBy('series.next_at')
    .limit(MOST)
    .execute();
  if (rows.length === 0) return [];
  const dealtWith = await db
    .selectFrom('occurrence')
    .select(['series_id', 'at'])
    .where(
      'series_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('at', '>=', now)
    .execute();
  return rows
    .flatMap((row) => {
      const except = new Set(
        dealtWith.filter((each) => each.series_id === row.id).map(({ at }) => at.getTime()),
      );
      const from = row.next_at ?? now;
      return nextOccurrences(timesOf(row), { from, most: DAYS, except })
        .map((at, index) => ({
          at,
          zone: row.zone,
          name: nameAt(row.name, {
            number: row.number + index,
            at,
            zone: row.zone,
            language: row.language,
          }),
          series: row.id,
          team: { id: row.team_id, name: row.team_name },
        }))
        .filter(({ at }) => at <= until);
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, MOST)
    .map((each) => ({ ...each, at: each.at.toISOString() }));
}
