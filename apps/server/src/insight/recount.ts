import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { WHOLE_SERVER } from './scope.ts';
import { daysAfter, mondayOf } from './weeks.ts';

/** The days that somebody counts as active for after an act, that of the act included. */
export const ACTIVE_DAYS = 28;

/** How long a cohort is followed, weeks. */
const COHORT_WEEKS = 52;

/** Who was active when, for their organization and for the server, each once a day. */
const seen = (from: string, to: string) => sql`
  select scope, user_id, day from active_day
  where day between ${from}::date and ${to}::date and scope <> ${WHOLE_SERVER}::uuid
  union all
  select distinct ${WHOLE_SERVER}::uuid, user_id, day from active_day
  where day between ${from}::date and ${to}::date`;

const held = (from: string, to: string) => sql`
  select scope, team_id, category, guests, held_on as day from counted_meeting
  where held_on between ${from}::date and ${to}::date and scope <> ${WHOLE_SERVER}::uuid
  union all
  select ${WHOLE_SERVER}::uuid, team_id, category, guests, held_on from counted_meeting
  where held_on between ${from}::date and ${to}::date`;

/** So many weeks are counted by one statement, which has to end in seconds on the largest server. */
const WEEKS_AT_ONCE = 8;

/**
 * Counts all days from one up to today anew, and the weeks that they belong to, within a transaction.
 * The rows have to be there from four weeks before `from`.
 */
export async function recount(tx: Db, from: string, today: string): Promise<void> {
  for (let monday = mondayOf(from); monday <= today;) {
    const next = daysAfter(monday, 7 * WEEKS_AT_ONCE);
    const sunday = daysAfter(next, -1);
    const to = sunday < today ? sunday : today;
    await countActive(tx, monday < from ? from : monday, to);
    await countMeetings(tx, monday, to);
    await countWeeks(tx, monday, to);
    monday = next;
  }
}

/**
 * Different people in 28 days, for every day, in one pass: an act keeps somebody active for 28 days or up
 * to their next act. Adding one where such a stay begins and taking one where it ends gives how many there
 * are, and nobody is counted twice. Days on which nobody is have no row.
 */
async function countActive(tx: Db, from: string, to: string): Promise<void> {
  await sql`delete from active_count where day between ${from}::date and ${to}::date`.execute(tx);
  await sql`
    with seen as materialized (${seen(daysAfter(from, 1 - ACTIVE_DAYS), to)}),
    stay as (
      select scope, day, least(
        day + ${ACTIVE_DAYS}::integer,
        lead(day) over (partition by scope, user_id order by day)
      ) as until
      from seen
    ), change as (
      select scope, day, count(*) as came, 0 as went from stay group by scope, day
      union all
      select scope, until, 0, count(*) from stay group by scope, until
      union all
      select scope, day::date, 0, 0
      from (select distinct scope from seen) as scopes
      cross join generate_series(${from}::date, ${to}::date, interval '1 day') as day
    ), level as (
      select scope, day, sum(came) as active,
        sum(sum(came) - sum(went)) over (partition by scope order by day) as active_28
      from change group by scope, day
    )
    insert into active_count (scope, day, active, active_28)
    select scope, day, active, active_28 from level
    where day between ${from}::date and ${to}::date and active_28 > 0`.execute(tx);
}

async function countMeetings(tx: Db, from: string, to: string): Promise<void> {
  await sql`delete from meeting_day_count where day between ${from}::date and ${to}::date`.execute(
    tx,
  );
  await sql`
    insert into meeting_day_count (scope, day, category, meetings, guests)
    select scope, day, category, count(*), sum(guests) from (${held(from, to)}) as held
    group by scope, day, category`.execute(tx);
}

/**
 * Different people and teams of each week; and how many of those who were first active in one week were
 * active in each later one.
 */
async function countWeeks(tx: Db, monday: string, to: string): Promise<void> {
  for (const table of ['week_count', 'cohort_count'] as const)
    await sql`delete from ${sql.table(table)}
      where week between ${monday}::date and ${to}::date`.execute(tx);
  await sql`
    with own as materialized (
      select distinct scope, date_trunc('week', day)::date as week, user_id from active_day
      where day between ${monday}::date and ${to}::date
    ), present as materialized (
      select scope, week, user_id from own where scope <> ${WHOLE_SERVER}::uuid
      union all
      select distinct ${WHOLE_SERVER}::uuid, week, user_id from own
    ), cohort as (
      insert into cohort_count (scope, cohort, week, active)
      select scope, date_trunc('week', first_active.day)::date as since, week, count(*)
      from present join first_active using (scope, user_id)
      where week <= date_trunc('week', first_active.day)::date + 7 * ${COHORT_WEEKS}::integer
      group by 1, 2, 3
    ), counted as (
      select scope, week, count(*) as active, 0 as fresh, 0 as teams
      from present group by scope, week
      union all
      select scope, date_trunc('week', day)::date, 0, count(*), 0
      from first_active where day between ${monday}::date and ${to}::date group by 1, 2
      union all
      select scope, date_trunc('week', day)::date, 0, 0, count(distinct team_id)
      from (${held(monday, to)}) as held group by 1, 2
    )
    insert into week_count (scope, week, active, fresh, teams)
    select scope, week, sum(active), sum(fresh), sum(teams) from counted group by scope, week
  `.execute(tx);
}
