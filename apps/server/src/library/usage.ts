import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** What a team has done with one activity. */
export interface TeamUsage {
  runs: number;
  last: Date;
}

/** “Popular” looks back so many days and shows so many activities. */
const POPULAR_DAYS = 90;
const POPULAR_MOST = 8;

/** How often a team ran each activity, and when last, by activity; without those it never ran. */
export async function usageOf(db: Db, team: string): Promise<ReadonlyMap<string, TeamUsage>> {
  const rows = await db
    .selectFrom('meeting')
    .select(['activity_id', sql<number>`count(*)::int`.as('runs')])
    .select(({ fn }) => fn.max('started_at').as('last'))
    .where('team_id', '=', team)
    .groupBy('activity_id')
    .execute();
  return new Map(rows.map(({ activity_id, runs, last }) => [activity_id, { runs, last }]));
}

/**
 * What the teams of this team's organization run most, best first. An order without numbers: a member of
 * one team does not learn how often another one met.
 */
export async function popularFor(db: Db, team: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .select('meeting.activity_id')
    .where('team.organization_id', '=', ({ selectFrom }) =>
      selectFrom('team as own').select('own.organization_id').where('own.id', '=', team),
    )
    // Both there are: so the index of a team's meetings serves, which has the status before the time.
    .where('meeting.status', 'in', ['running', 'ended'])
    .where(sql<boolean>`meeting.started_at > now() - make_interval(days => ${POPULAR_DAYS})`)
    .groupBy('meeting.activity_id')
    // A favourite of many teams goes before the daily habit of one.
    .orderBy(sql`count(distinct meeting.team_id)`, 'desc')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('meeting.activity_id')
    .limit(POPULAR_MOST)
    .execute();
  return rows.map((row) => row.activity_id);
}
