import type { Figures, Metric } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { WHOLE_SERVER, type Scope } from './scope.ts';
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
    weekly(db, scope, mondays, today),
    byType(db, scope, mondays),
    readCohorts(db, scope, mondays.slice(-COHORTS)),
    db.selectFrom('count_state').select('counted_at').executeTakeFirst(),
  ]);
  const values = (column: keyof Counts) => counts.map((each) => each[column]);
  const isServer = scope === WHOLE_SERVER;
  const columns: readonly (readonly [Metric, keyof Counts])[] = [
    ['monthly-active', 'monthly'],
    ['weekly-active', 'active'],
    ['new-active', 'fresh'],
    ['meetings', 'meetings'],
    ['guests', 'guests'],
    ['teams', 'teams'],
    ...(isServer
      ? ([
          ['views', 'views'],
          ['visitors', 'visitors'],
        ] as const)
      : []),
  ];
  const isCounted = counts.map(({ meetings }) => meetings !== null);
  return {
    countedAt: state?.counted_at.toISOString() ?? null,
    weeks: mondays.map((monday, index) => ({
      monday,
      name: weekNameOf(monday),
      partial: index === mondays.length - 1,
    })),
    series: columns.map(([metric, column]) => seriesOf(metric, values(column))),
    types: types.map(({ category, meetings }) => ({
      category,
      values: mondays.map((monday, index) => (isCounted[index] ? (meetings[monday] ?? 0) : null)),
    })),
    cohorts,
  };
}

interface Counts {
  monthly: number | null;
  active: number | null;
  fresh: number | null;
  teams: number | null;
  meetings: number | null;
  guests: number | null;
  views: number | null;
  visitors: number | null;
}

/** Null before the week in which counting began; from then on, nothing is 0. */
async function weekly(
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
