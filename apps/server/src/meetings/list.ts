import type { MeetingSummary } from '@rondo/contract';
import { isId } from '@rondo/meeting';
import { sql, type Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { pageOf } from '../paging/page.ts';
import { exactly, isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';
import { forgetMeetings } from '../portability/retention/forget-meetings.ts';
import { needRole } from '../teams/access.ts';
import type { MeetingTables } from './tables.ts';

interface Query {
  team: string;
  status: 'running' | 'ended';
  /** Where the last page ended: time of start and id. */
  before?: string | undefined;
  limit: number;
}

/** From so many days before its end on, a meeting says that it will end by itself. */
const NOTICE_DAYS = 4;
const DAY = 86_400_000;

export interface Known {
  /** How many are connected to a meeting right now. */
  here: (meeting: string) => number;
  /** What an activity's illustration shows. */
  drawing: (activity: string) => string | undefined;
}

/** A team's meetings, the latest first. */
export async function listMeetings(
  db: Db,
  user: string,
  { team, status, before, limit }: Query,
  known: Known,
): Promise<{ meetings: MeetingSummary[]; next: string | null }> {
  await needRole(db, user, team);
  let query = db
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .selectAll('meeting')
    .select(['team.idle_end_days', exactly(sql.ref('meeting.started_at')).as('exact')])
    .where('meeting.team_id', '=', team)
    .where('meeting.status', '=', status)
    .orderBy('meeting.started_at', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(limit + 1);
  if (before !== undefined) {
    const columns = { at: sql.ref('meeting.started_at'), id: sql.ref('meeting.id') };
    query = query.where(isBehind(readTimeCursor(before, isId), columns));
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, ({ exact, id }) => writeTimeCursor(exact, id));
  return {
    meetings: page.map((row) => summarized(row, known)),
    next,
  };
}

/** A meeting's row in words for a list. */
export const summarized = (
  row: Selectable<MeetingTables['meeting']> & { idle_end_days: number },
  known: Known,
): MeetingSummary => ({
  id: row.id,
  name: row.name,
  activity: {
    id: row.activity_id,
    name: row.activity_name,
    hues: row.hues,
    drawing: known.drawing(row.activity_id),
  },
  status: row.status,
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  facilitator: row.facilitator,
  people: row.people,
  here: row.status === 'running' ? known.here(row.id) : 0,
  tasks: row.tasks,
  endsInDays: row.status === 'running' ? endsIn(row.active_at, row.idle_end_days) : null,
});

function endsIn(activeAt: Date, idleDays: number): number | null {
  const days = Math.ceil(idleDays - (Date.now() - activeAt.getTime()) / DAY);
  return days <= NOTICE_DAYS ? Math.max(days, 0) : null;
}

/** Deletes an ended meeting with its outcome; a team lead or who started it may. */
export async function removeMeeting(db: Db, user: string, meeting: string): Promise<void> {
  const row = await db
    .selectFrom('meeting')
    .select(['team_id', 'status', 'started_by'])
    .where('id', '=', meeting)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const role = await needRole(db, user, row.team_id);
  if (role !== 'lead' && row.started_by !== user) throw problem('not-allowed');
  if (row.status === 'running') throw problem('not-allowed');
  await db.transaction().execute(async (tx) => {
    await forgetMeetings(tx, [meeting]);
    await record(tx, { act: 'meeting-deleted', actor: user, about: { meeting } });
  });
}
