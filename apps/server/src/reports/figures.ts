import type { FigureName, ReportFigure } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** So many weeks before the report's own are counted too. */
const WEEKS_BEFORE = 8;

/**
 * Counts a team's week and those before it, from what meetings and tasks have left. Weeks begin on
 * Monday, days are those of UTC.
 * @param monday the first day of the week
 */
export async function countFigures(db: Db, team: string, monday: string): Promise<ReportFigure[]> {
  const { rows } = await sql<Record<FigureName, number>>`
    with week as (
      select n, ${monday}::date - 7 * n as first
      from generate_series(0, ${sql.lit(WEEKS_BEFORE)}) as n
    ), held as (
      select week.n, meeting.id
      from week join meeting on meeting.team_id = ${team} and meeting.status = 'ended'
        and meeting.ended_at >= week.first::timestamp at time zone 'UTC'
        and meeting.ended_at < (week.first + 7)::timestamp at time zone 'UTC'
    )
    select
      (select count(*)::int from held where held.n = week.n) as meetings,
      (select count(*)::int from task
        where task.team_id = ${team} and task.status = 'done' and task.private_to is null
          and task.closed_at >= week.first::timestamp at time zone 'UTC'
          and task.closed_at < (week.first + 7)::timestamp at time zone 'UTC') as tasks,
      -- An outcome holds names alone, so two people of one name count once.
      (select count(distinct person ->> 'name')::int
        from held join outcome on outcome.meeting_id = held.id,
          jsonb_array_elements(outcome.outcome -> 'people') as person
        where held.n = week.n) as people
    from week order by week.n`.execute(db);
  const [now, ...before] = rows;
  if (!now) return [];
  return (['meetings', 'tasks', 'people'] as const).map((name) => ({
    name,
    value: now[name],
    before: before.map((week) => week[name]),
  }));
}
