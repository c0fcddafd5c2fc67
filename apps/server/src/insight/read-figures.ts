import type { Figures } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { COLUMNS, metricsOf, readWeeks } from './read-weeks.ts';
import type { Scope } from './scope.ts';
import { seriesOf } from './series.ts';
import { daysAfter, mondaysTo, weekNameOf } from './weeks.ts';

/** The weeks that are shown: a year, and the one that is not over yet. */
const WEEKS = 53;
/** The cohorts that are shown, and the weeks for which each is followed there. */
const COHORTS = 12;
/** Of fewer people nobody learns how many came back: it would tell of single ones. */
const FEWEST_IN_COHORT = 5;

/** All figures of a scope as they are counted, up to the week of this day. The caller has checked who may read them. */
export async function readFigures(db: Db, scope: Scope, today: string): Promise<Figures> {
  const mondays = mondaysTo(today, WEEKS);
  const [counts, types, cohorts, state] = await Promise.all([
    readWeeks(db, scope, mondays, today),
    byType(db, scope, mondays),
    readCohorts(db, scope, mondays.slice(-COHORTS)),
    db.selectFrom('count_state').select('counted_at').executeTakeFirst(),
  ]);
  const isCounted = counts.map(({ meetings }) => meetings !== null);
  return {
    countedAt: state?.counted_at.toISOString() ?? null,
    weeks: mondays.map((monday, index) => ({
      monday,
      name: weekNameOf(monday),
      partial: index === mondays.length - 1,
    })),
    series: metricsOf(scope).map((metric) =>
      seriesOf(
        metric,
        counts.map((each) => each[COLUMNS[metric]]),
      ),
    ),
    types: types.map(({ category, meetings }) => ({
      category,
      values: mondays.map((monday, index) => (isCounted[index] ? (meetings[monday] ?? 0) : null)),
    })),
    cohorts,
  };
}

async function byType(db: Db, scope: Scope, mondays: readonly string[]) {
  const { rows } = await sql<{ category: string; meetings: Record<string, number> }>`
    select category, jsonb_object_agg(week, meetings) as meetings from (
      select category, date_trunc('week', day)::date::text as week, sum(meetings) as meetings
      from meeting_day_count
      where scope = ${scope}::uuid and day >= ${mondays[0]}::date
      group by 1, 2
    ) as by_week
    group by category
    order by sum(meetings) desc, category`.execute(db);
  return rows;
}

async function readCohorts(
  db: Db,
  scope: Scope,
  mondays: readonly string[],
): Promise<Figures['cohorts']> {
  const { rows } = await sql<{ cohort: string; counts: Record<string, number> }>`
    select cohort, jsonb_object_agg(week::text, active) as counts from cohort_count
    where scope = ${scope}::uuid and cohort >= ${mondays[0]}::date
    group by cohort
    order by cohort desc`.execute(db);
  const last = mondays.at(-1) ?? '';
  return rows.map(({ cohort, counts }) => {
    const people = counts[cohort] ?? 0;
    const active: number[] = [];
    for (let week = cohort; week <= last; week = daysAfter(week, 7))
      active.push((counts[week] ?? 0) / Math.max(people, 1));
    return { monday: cohort, people, active: people < FEWEST_IN_COHORT ? null : active };
  });
}
