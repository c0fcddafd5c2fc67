import type { TeamEvent } from '@rondo/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../database/database.ts';
import { pageOf } from '../paging/page.ts';
import { isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';
import { needRole } from '../teams/access.ts';

interface Query {
  team: string;
  kind?: 'meeting' | 'task' | 'report' | 'team' | undefined;
  activity?: string | undefined;
  /** Where the last page ended: time and id. */
  before?: string | undefined;
  limit: number;
}

const COLUMNS = { at: sql.ref('at'), id: sql.ref('id') };

/** What it is about, and that one's own id. */
const isEventId = (id: string): boolean => /^[a-z-]+-[\w-]+$/.test(id);

interface Row {
  id: string;
  at: Date;
  what: TeamEvent['what'];
}

/** What has happened in a team, the latest first. Any member may. */
export async function readTimeline(
  db: Db,
  user: string,
  query: Query,
): Promise<{ events: TeamEvent[]; next: string | null }> {
  const { team, limit } = query;
  await needRole(db, user, team);
  const wanted = sourcesOf(query);
  const after = query.before === undefined ? null : readTimeCursor(query.before, isEventId);
  // To the millisecond, as the cursor has it.
  const part = (source: RawBuilder<unknown>) => sql`(
    select id, at, what from (
      select id, date_trunc('milliseconds', at) as at, what from (${source}) as source
    ) as exact
    where ${after === null ? sql`true` : isBehind(after, COLUMNS)}
    order by at desc, id desc limit ${limit + 1})`;
  const { rows } = await sql<Row>`
    select id, at, what from (${sql.join(wanted.map(part), sql` union all `)}) as event
    order by at desc, id desc limit ${limit + 1}`.execute(db);
  const { page, next } = pageOf(rows, limit, ({ at, id }) => writeTimeCursor(at, id));
  return {
    events: page.map((row) => ({ id: row.id, at: row.at.toISOString(), what: row.what })),
    next,
  };
}

function sourcesOf({ team, kind, activity }: Query): RawBuilder<unknown>[] {
  if (activity !== undefined) return [meetings(team, activity)];
  const all = {
    meeting: [meetings(team, null)],
    task: [tasks(team)],
    report: [reports(team)],
    team: [people(team), conditions(team), events(team)],
  };
  return kind === undefined ? Object.values(all).flat() : all[kind];
}

const meetings = (team: string, activity: string | null) => sql`
  select 'meeting-' || id as id, ended_at as at, jsonb_build_object('kind', 'meeting', 'meeting', id,
    'name', name, 'activity', jsonb_build_object('id', activity_id, 'name', activity_name),
    'people', people, 'tasks', tasks) as what
  from meeting
  where team_id = ${team} and status = 'ended'
    and activity_id = coalesce(${activity}, activity_id)`;

/** Private ones are on nobody's timeline: it tells the team's story. */
const tasks = (team: string) => sql`
  select 'task-' || id as id, closed_at as at, jsonb_build_object('kind', 'task', 'task', id,
    'text', text, 'status', status, 'owner', owner_name) as what
  from task
  where team_id = ${team} and status in ('done', 'dropped') and private_to is null`;

const reports = (team: string) => sql`
  select 'report-' || id as id, published_at as at, jsonb_build_object('kind', 'report', 'report', id,
    'title', coalesce(content->>'title', ''), 'number', number) as what
  from report
  where team_id = ${team} and state = 'published'`;

const people = (team: string) => sql`
  select 'joined-' || "user".id as id, team_member.joined_at as at,
    jsonb_build_object('kind', 'joined', 'name', "user".name) as what
  from team_member join "user" on "user".id = team_member.user_id
  where team_member.team_id = ${team}`;

const conditions = (team: string) => sql`
  select kind || '-' || team_id as id, at, jsonb_build_object('kind', kind) as what
  from (
    select id as team_id, 'made' as kind, created_at as at from team where id = ${team}
    union all
    select team_id, 'archived', archived_at from team_state
    where team_id = ${team} and archived_at is not null
      -- Unless it was written down.
      and not exists (select from team_event as told where told.team_id = team_state.team_id
                      and told.kind = 'archived' and told.at = team_state.archived_at)
    union all
    select team_id, 'read-only', read_only_from from team_state
    where team_id = ${team} and read_only_from <= now()
  ) as condition`;

const events = (team: string) => sql`
  select 'event-' || id as id, at, jsonb_build_object('kind', kind, 'name', name) as what
  from team_event
  where team_id = ${team}`;
