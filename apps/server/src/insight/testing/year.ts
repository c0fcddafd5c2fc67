import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

interface Year {
  /** The last day. */
  today: string;
  people: number;
  /** So many organizations, each with its part of the people. */
  organizations: number;
}

const PARTS = 5;

/** The organizations of a made-up year. */
export const organizationOf = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/**
 * Rows of a year as a busy server would have noted them, always the same: people come one after another,
 * work on weekdays, take breaks, and some never come back.
 */
export async function noteYear(db: Db, { today, people, organizations }: Year): Promise<void> {
  const scope = sql`('00000000-0000-7000-8000-' || lpad((1 + person % ${organizations}::integer)::text, 12, '0'))::uuid`;
  // In parts, each of which ends in time also on a machine that has much else to do. First whole weeks are
  // left out, then days: most of a year is not even looked at.
  for (let part = 0; part < PARTS; part++)
    await sql`
    with came as (
      select person, ${today}::date - 363 + (person * 7919) % 340 as first
      from generate_series(1 + ${part}::integer, ${people}::integer, ${PARTS}::integer) as person
    ), present as (
      select person, first, week from came
      cross join lateral generate_series(
        (first - date '2000-01-01') / 7, (${today}::date - date '2000-01-01') / 7
      ) as week
      where abs(hashint8(person * 1000 + week)) % 100 < 45
    ), worked as (
      -- The first day of 2000 was a Saturday.
      select person, first, date '2000-01-01' + 7 * week + n as day
      from present cross join generate_series(2, 6) as n
    )
    insert into active_day (day, scope, user_id)
    select day, ${scope}, md5('person ' || person)::uuid from worked
    where day between first and ${today}::date
      and abs(hashint8(person * 100000 + (day - date '2000-01-01'))) % 100 < 25
      and (day - first < 40 or person % 3 > 0)`.execute(db);
  await sql`
    insert into first_active (scope, user_id, day)
    select scope, user_id, min(day) from active_day group by scope, user_id
    union all
    select '00000000-0000-0000-0000-000000000000'::uuid, user_id, min(day)
    from active_day group by user_id
    on conflict do nothing`.execute(db);
  await sql`
    insert into counted_meeting (meeting_id, scope, team_id, category, contributed_on, held_on, guests)
    select day::date || ' ' || person, ${scope}, md5('team ' || person % 300)::uuid,
      (array['retrospective', 'standup', 'estimation', 'check-in', 'team-health'])[1 + person % 5],
      day::date, day::date, person % 3
    from generate_series(1, ${people}::integer / 10) as person
    cross join generate_series(${today}::date - 363, ${today}::date, interval '1 day') as day
    where extract(isodow from day) < 6
      and (person * 79) % 364 <= day::date - (${today}::date - 363)
      and abs(hashint8(person * 1000 + (day::date - date '2000-01-01'))) % 100 < 20`.execute(db);
}
