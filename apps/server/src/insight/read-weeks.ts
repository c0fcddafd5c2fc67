import { METRICS, type Metric } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { WHOLE_SERVER, type Scope } from './scope.ts';
import { daysAfter, mondayOf, mondaysTo } from './weeks.ts';

/** Of one week. */
export interface Counts {
  monthly: number | null;
  active: number | null;
  fresh: number | null;
  teams: number | null;
  meetings: number | null;
  guests: number | null;
  views: number | null;
  visitors: number | null;
}

/**
 * The counts of some weeks in a row. Null before the week in which counting began; from then on, nothing is 0.
 * @param today the last day that is counted
 */
export async function readWeeks(
  db: Db,
  scope: Scope,
  mondays: readonly string[],
  today: string,
): Promise<Counts[]> {
  const first = mondays[0] ?? today;
  const { rows } = await sql<Counts>`
    with since as (
      select date_trunc('week', least(
        (select min(day) from active_count where scope = ${scope}::uuid),
        (select min(day) from meeting_day_count where scope = ${scope}::uuid)
      ))::date as acts,
      date_trunc('week', (select min(day) from page_view))::date as views
    ), held as (
      select date_trunc('week', day)::date as week, sum(meetings) as meetings, sum(guests) as guests
      from meeting_day_count where scope = ${scope}::uuid and day >= ${first}::date group by 1
    ), viewed as (
      select date_trunc('week', day)::date as week, sum(views) as views
      from page_view where day >= ${first}::date group by 1
    ), visited as (
      select date_trunc('week', day)::date as week, sum(visitors) as visitors
      from visitor_count where day >= ${first}::date group by 1
    )
    select
      case when monday >= since.acts then coalesce(month.active_28, 0) end as monthly,
      case when monday >= since.acts then coalesce(week_count.active, 0) end as active,
      case when monday >= since.acts then coalesce(week_count.fresh, 0) end as fresh,
      case when monday >= since.acts then coalesce(week_count.teams, 0) end as teams,
      case when monday >= since.acts then coalesce(held.meetings, 0)::integer end as meetings,
      case when monday >= since.acts then coalesce(held.guests, 0)::integer end as guests,
      case when monday >= since.views then coalesce(viewed.views, 0)::integer end as views,
      case when monday >= since.views then coalesce(visited.visitors, 0)::integer end as visitors
    from unnest(${mondays}::date[]) as monday
    cross join since
    left join week_count on week_count.scope = ${scope}::uuid and week_count.week = monday
    left join active_count as month on month.scope = ${scope}::uuid
      and month.day = least(monday + 6, ${today}::date)
    left join held on held.week = monday
    left join viewed on viewed.week = monday
    left join visited on visited.week = monday
    order by monday`.execute(db);
  return rows;
}

export const COLUMNS: Readonly<Record<Metric, keyof Counts>> = {
  'monthly-active': 'monthly',
  'weekly-active': 'active',
  'new-active': 'fresh',
  meetings: 'meetings',
  guests: 'guests',
  teams: 'teams',
  views: 'views',
  visitors: 'visitors',
};

/** Views and visitors belong to no organization. */
export const metricsOf = (scope: Scope): readonly Metric[] =>
  METRICS.filter((each) => scope === WHOLE_SERVER || (each !== 'views' && each !== 'visitors'));

/** So many weeks before the one that is asked for come along. */
const WEEKS_BEFORE = 8;

/**
 * Every figure of one week and of the eight before it, the earliest first, as `sentenceOf` takes them; null:
 * not counted.
 * @param week any day of it; it should be over
 */
export async function weekFigures(
  db: Db,
  scope: Scope,
  week: string,
): Promise<Readonly<Partial<Record<Metric, readonly (number | null)[]>>>> {
  const mondays = mondaysTo(week, WEEKS_BEFORE + 1);
  const counts = await readWeeks(db, scope, mondays, daysAfter(mondayOf(week), 6));
  return Object.fromEntries(
    metricsOf(scope).map((metric) => [metric, counts.map((each) => each[COLUMNS[metric]])]),
  );
}
