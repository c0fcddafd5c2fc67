import type { Occurrence, Series } from '@rondo/contract';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { needRole } from '../teams/access.ts';
import { nameAt, nameOfAll } from './name.ts';
import { fromRRule } from './rhythm.ts';
import { needSeries, nextOf, timesOf, type SeriesRow } from './row.ts';

type Ports = Pick<App, 'db' | 'library'>;

/** How many of the next dates are shown. */
const MOST_NEXT = 5;
/** How many of the past ones. */
const MOST_PAST = 50;
/** How many series of a team are listed; it may have fewer that are active. */
const MOST_LISTED = 300;

/** A team's series: the soonest first, those that wait or have ended behind. */
export async function listSeries(ports: Ports, user: string, team: string): Promise<Series[]> {
  const { db } = ports;
  await needRole(db, user, team);
  const rows = await db
    .selectFrom('series')
    .selectAll()
    .where('team_id', '=', team)
    .orderBy(sql`next_at asc nulls last`)
    .orderBy('changed_at', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return Promise.all(rows.map((row) => shown(ports, row)));
}

/** One series with what has become of its dates, the latest first. */
export async function readSeries(
  ports: Ports,
  user: string,
  series: string,
): Promise<Series & { past: Occurrence[] }> {
  const { db } = ports;
  const row = await needSeries(db, user, series);
  const past = await db
    .selectFrom('occurrence')
    .leftJoin('meeting', 'meeting.id', 'occurrence.meeting_id')
    .select(['occurrence.at', 'occurrence.name', 'occurrence.state'])
    .select(['meeting.id', 'meeting.status', 'meeting.name as meeting_name'])
    .where('series_id', '=', series)
    .where('occurrence.state', '!=', 'due')
    .orderBy('at', 'desc')
    .limit(MOST_PAST)
    .execute();
  return {
    ...(await shown(ports, row)),
    past: past.map(({ at, name, state, id, status, meeting_name }) => ({
      at: at.toISOString(),
      name: meeting_name ?? name,
      // The query leaves out what is still due.
      state: state as Occurrence['state'],
      meeting: id !== null && status !== null ? { id, status } : null,
    })),
  };
}

/** The latest meeting of a series that is still running. */
export async function runningOf(
  db: App['db'],
  series: string,
): Promise<{ id: string; guests: 'no' | 'lobby' | 'yes' } | null> {
  const row = await db
    .selectFrom('occurrence')
    .innerJoin('meeting', 'meeting.id', 'occurrence.meeting_id')
    .select(['meeting.id', 'meeting.guests'])
    .where('occurrence.series_id', '=', series)
    .where('meeting.status', '=', 'running')
    .orderBy('occurrence.claimed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A series as its team sees it. */
export async function shown({ db, library }: Ports, row: SeriesRow): Promise<Series> {
  const people = await db
    .selectFrom('team')
    .leftJoin('user as owner', (join) => join.on('owner.id', '=', row.owner_id))
    .leftJoin('user as facilitator', (join) => join.on('facilitator.id', '=', row.facilitator_id))
    .select(['team.language', 'owner.name as owner', 'facilitator.name as facilitator'])
    .where('team.id', '=', row.team_id)
    .executeTakeFirstOrThrow();
  const next =
    row.next_at === null
      ? []
      : await nextOf(db, row.id, timesOf(row), { from: row.next_at, most: MOST_NEXT });
  const running = await runningOf(db, row.id);
  return {
    id: row.id,
    key: row.key,
    title: nameOfAll(row.name),
    team: row.team_id,
    activity: {
      id: row.activity_id,
      name: row.activity_name,
      hues: row.hues,
      minutes: row.minutes,
      drawing: library.get(row.activity_id)?.drawing,
    },
    name: row.name,
    number: row.number,
    first: row.starts_at,
    zone: row.zone,
    rhythm: row.rrule === null ? null : fromRRule(row.rrule),
    rrule: row.rrule,
    until: row.until,
    pauses: row.pauses,
    guests: row.guests,
    anonymous: row.anonymous,
    without: row.without,
    options: row.options,
    owner: people.owner,
    facilitator:
      row.facilitator_id !== null && people.facilitator !== null
        ? { id: row.facilitator_id, name: people.facilitator }
        : null,
    mail: row.mail,
    endPrevious: row.end_previous,
    state: row.state,
    next: next.map((at, index) => ({
      at: at.toISOString(),
      name: nameAt(row.name, {
        number: row.number + index,
        at,
        zone: row.zone,
        language: people.language,
      }),
    })),
    running: running?.id ?? null,
  };
}
