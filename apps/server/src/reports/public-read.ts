import { sql, type Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Shown } from './markdown.ts';

/** A report as anybody may read it. */
export interface PublicReport extends Shown {
  id: string;
  key: string;
  teamId: string;
  publishedAt: Date;
  updatedAt: Date;
  channel: { key: string; title: string };
}

type Row = Selectable<Tables['public_report']>;

export interface PublicChannel {
  key: string;
  team_id: string;
  title: string;
  language: 'en' | 'de';
}

/** So many reports stand on one page of the list, and in a feed. */
export const PER_PAGE = 30;

/**
 * All reading for people without an account goes through the view `public_report`: the database itself
 * leaves out drafts, what was taken back, and what is for the organization alone.
 */
export async function publicReport(db: Db, key: string): Promise<PublicReport | null> {
  const rows = await db.selectFrom('public_report').selectAll().where('key', '=', key).execute();
  return (await shownOf(db, rows))[0] ?? null;
}

/** The rows with their corrections. */
async function shownOf(db: Db, rows: readonly Row[]): Promise<PublicReport[]> {
  const corrections = await correctionsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    teamId: row.team_id,
    number: row.number,
    content: row.content,
    figures: row.figures,
    author: row.author_name,
    language: row.language,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    channel: { key: row.channel_key, title: row.channel_title },
    corrections: corrections.get(row.id) ?? [],
  }));
}

/** Why reports that somebody may read were corrected, the latest first. */
export async function correctionsOf(
  db: Db,
  reports: readonly string[],
): Promise<Map<string, { at: Date; note: string }[]>> {
  if (reports.length === 0) return new Map();
  const rows = await db
    .selectFrom('report_correction')
    .select(['report_id', 'at', 'note'])
    .where('report_id', 'in', reports)
    .orderBy('at', 'desc')
    .execute();
  return Map.groupBy(rows, (row) => row.report_id);
}

/** A team's public list; null: there is no such key, or the team has never published anything to all. */
export async function publicChannel(db: Db, key: string): Promise<PublicChannel | null> {
  const row = await db
    .selectFrom('report_channel')
    .innerJoin('team', 'team.id', 'report_channel.team_id')
    .select(['report_channel.key', 'report_channel.team_id', 'team.language'])
    .select(sql<string>`coalesce(report_channel.title, team.name)`.as('title'))
    .where('report_channel.key', '=', key)
    // Nobody learns the name of a team that has shown nothing.
    .where((e) =>
      e.exists(
        e
          .selectFrom('public_report')
          .select('public_report.id')
          .whereRef('public_report.team_id', '=', 'report_channel.team_id'),
      ),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** A page of a team's public reports, the latest first. @param before reports with a lower number only */
export async function publicReports(
  db: Db,
  team: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<PublicReport[]> {
  const rows = await db
    .selectFrom('public_report')
    .selectAll()
    .where('team_id', '=', team)
    .where(sql<boolean>`number < ${before}::bigint`)
    .orderBy('number', 'desc')
    .limit(PER_PAGE)
    .execute();
  return shownOf(db, rows);
}
