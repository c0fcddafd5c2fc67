import { createHash } from 'node:crypto';
import { inLanguage } from '@rondo/meeting';
import type { Db } from '../../database/database.ts';
import { answerProblem } from '../../http/answer.ts';
import type { Context } from '../../http/context.ts';
import { problem } from '../../http/problem.ts';
import { timesOf } from '../row.ts';
import { calendarFile, type Entry } from './calendar.ts';
import { idIn } from './token.ts';

/** How many series a calendar shows. */
const MOST = 500;
/** How long a calendar may keep what it got, s. */
const FRESH = 900;

/** Answers `/calendar/….ics`. Whoever has the link reads names and times, as long as its maker may. */
export async function answerCalendar(context: Context, path: string): Promise<void> {
  const { app, request, response, origin } = context;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const id = isReading ? idIn(app.linkSecret, path) : null;
  const file = id === null ? null : await fileOf(app.db, id, origin);
  if (file === null) return answerProblem(response, problem('not-found').code);
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', `private, max-age=${FRESH}`);
  if (request.headers['if-none-match']?.split(/, */).some((each) => each.endsWith(etag)) === true) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', 'text/calendar; charset=utf-8');
  response.setHeader('content-disposition', 'inline; filename="rondo.ics"');
  response.setHeader('content-length', Buffer.byteLength(file));
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file);
}

async function fileOf(db: Db, id: string, origin: string): Promise<string | null> {
  const calendar = await db
    .selectFrom('calendar')
    .innerJoin('user', 'user.id', 'calendar.user_id')
    .leftJoin('team', 'team.id', 'calendar.team_id')
    .select(['calendar.user_id', 'calendar.team_id', 'user.language', 'team.name as team'])
    .where('calendar.id', '=', id)
    .executeTakeFirst();
  if (!calendar) return null;
  const rows = await db
    .selectFrom('series')
    .innerJoin('team', 'team.id', 'series.team_id')
    .innerJoin('team_member', 'team_member.team_id', 'team.id')
    .selectAll('series')
    .select(['team.name as team', 'team.language as team_language'])
    // Who has left a team no longer gets its dates, by no link.
    .where('team_member.user_id', '=', calendar.user_id)
    .$if(calendar.team_id !== null, (query) => query.where('series.team_id', '=', calendar.team_id))
    .orderBy('series.id', 'desc')
    .limit(MOST)
    .execute();
  const without = await leftOut(
    db,
    rows.map((row) => row.id),
  );
  const entries = rows.map((row): Entry => {
    return {
      id: row.id,
      name: row.name,
      team: row.team,
      activity: inLanguage(row.activity_name, calendar.language ?? row.team_language),
      minutes: row.minutes,
      url: `${origin}/s/${row.key}`,
      times: timesOf(row),
      changedAt: row.changed_at,
      stoppedAt: row.state === 'active' ? null : row.changed_at,
      without: without.get(row.id) ?? [],
    };
  });
  return calendarFile(calendar.team ?? 'Rondo', entries, new Date());
}

/** By series, the dates on which nothing takes place although the rule says so. */
async function leftOut(db: Db, series: string[]): Promise<Map<string, Date[]>> {
  if (series.length === 0) return new Map();
  const rows = await db
    .selectFrom('occurrence')
    .select(['series_id', 'at'])
    .where('series_id', 'in', series)
    .where((e) =>
      e.or([
        e('state', 'in', ['skipped', 'missed']),
        // Started by hand before its date.
        e('claimed_at', '<', e.ref('at')),
      ]),
    )
    .execute();
  const byId = Map.groupBy(rows, (row) => row.series_id);
  return new Map([...byId].map(([id, of]) => [id, of.map(({ at }) => at)]));
}
