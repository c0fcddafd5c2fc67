import type { Report, ReportSummary } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { pageOf } from '../paging/page.ts';
import { isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';
import { needRole, roleInTeam } from '../teams/access.ts';
import { conditionOf } from '../teams/open.ts';

interface Query {
  team: string;
  before?: string | undefined;
  limit: number;
}

/** A page of a team's reports for one of its members, the newest first. */
export async function listReports(
  db: Db,
  user: string,
  { team, before, limit }: Query,
): Promise<{ reports: ReportSummary[]; before: string | null }> {
  await needRole(db, user, team);
  let query = db
    .selectFrom('report')
    .selectAll()
    .select((e) =>
      e
        .selectFrom('report_feedback')
        .select((f) => f.fn.countAll<string>().as('count'))
        .whereRef('report_feedback.report_id', '=', 'report.id')
        .as('feedback'),
    )
    .where('team_id', '=', team)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before !== undefined) {
    const columns = { at: sql.ref('created_at'), id: sql.ref('id') };
    query = query.where(isBehind(readTimeCursor(before), columns));
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, (last) => writeTimeCursor(last.created_at, last.id));
  return {
    reports: page.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.content.title,
      author: row.author_name,
      state: row.state,
      audience: row.audience,
      from: row.content.from,
      to: row.content.to,
      createdAt: row.created_at.toISOString(),
      publishedAt: row.published_at?.toISOString() ?? null,
      feedback: Number(row.feedback ?? 0),
    })),
    before: next,
  };
}

export type ReportRow = Awaited<ReturnType<typeof rowOf>>;

/** The report's row, or `not-found`; for a person's `db` that is also what they may not see. */
export async function rowOf(db: Db, report: string) {
  const row = await db.selectFrom('report').selectAll().where('id', '=', report).executeTakeFirst();
  if (!row) throw problem('not-found');
  return row;
}

/** Who somebody is to a report; `not-found` for drafts of other teams and for people of other organizations. */
export async function standingOf(
  db: Db,
  user: string,
  row: Pick<ReportRow, 'team_id' | 'state' | 'author_user'>,
): Promise<Report['you']> {
  const role = await roleInTeam(db, user, row.team_id);
  if (role === 'lead') return 'publisher';
  if (role) return row.author_user === user ? 'publisher' : 'member';
  if (row.state !== 'published') throw problem('not-found');
  const colleague = await db
    .selectFrom('team')
    .innerJoin('organization_member as member', 'member.organization_id', 'team.organization_id')
    .select('team.id')
    .where('team.id', '=', row.team_id)
    .where('member.user_id', '=', user)
    .executeTakeFirst();
  if (!colleague) throw problem('not-found');
  return 'reader';
}

/** A report with all that this person may see of it. */
export async function reportFor(
  db: Db,
  origin: string,
  user: string,
  report: string,
): Promise<Report> {
  const row = await rowOf(db, report);
  const you = await standingOf(db, user, row);
  const isMember = you !== 'reader';
  const team = await db
    .selectFrom('team')
    .select(['id', 'name', 'language'])
    .where('id', '=', row.team_id)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    number: row.number,
    team,
    content: row.content,
    counted: row.figures,
    author: row.author_name,
    authorId: row.author_user,
    state: row.state,
    audience: row.audience,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    url: row.state === 'published' && row.audience === 'public' ? `${origin}/r/${row.key}` : null,
    you,
    open: (await conditionOf(db, row.team_id)) === 'open',
    members: isMember ? await membersOf(db, row.team_id) : [],
    corrections: await correctionsOf(db, row.id, isMember),
    feedback: isMember ? await feedbackOn(db, row.id) : [],
  };
}

const membersOf = (db: Db, team: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.name'])
    .where('team_member.team_id', '=', team)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute();

async function correctionsOf(
  db: Db,
  report: string,
  isMember: boolean,
): Promise<Report['corrections']> {
  const rows = await db
    .selectFrom('report_correction')
    .selectAll()
    .where('report_id', '=', report)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, at, note, by_name, before }) => ({
    id,
    at: at.toISOString(),
    note,
    by: by_name,
    before: isMember ? before : null,
  }));
}

async function feedbackOn(db: Db, report: string): Promise<Report['feedback']> {
  const rows = await db
    .selectFrom('report_feedback')
    .selectAll()
    .where('report_id', '=', report)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, at, name, text }) => ({ id, at: at.toISOString(), name, text }));
}
