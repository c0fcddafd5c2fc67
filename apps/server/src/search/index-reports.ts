import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { writeWords } from './words.ts';

/**
 * Lets reports be found as they are now, in the transaction that made, changed, published or moved them: drafts by
 * their team, published ones by everybody in its organization.
 */
export async function indexReports(tx: Db, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  await sql`
    insert into search_document (id, team_id, kind, title, body, language, at)
    select report.id, report.team_id, 'report', coalesce(content->>'title', ''),
      left(concat_ws(E'\n', nullif(content->>'intro', ''), nullif(content->>'sentence', ''), told.texts), 30000),
      team.language, coalesce(report.published_at, report.created_at)
    from report
    join team on team.id = report.team_id
    left join lateral (
      select string_agg(text #>> '{}', E'\n') as texts
      from jsonb_path_query(content, '$.sections[*].entries[*].text') as text
    ) told on true
    where report.id = any(${reports}::uuid[])
    on conflict (id) do update set
      team_id = excluded.team_id, title = excluded.title, body = excluded.body,
      language = excluded.language, at = excluded.at
  `.execute(tx);
  await writeWords(tx, reports);
}

/** As `indexReports`, for one. */
export const indexReport = (tx: Db, report: string): Promise<void> => indexReports(tx, [report]);

/** Lets what a team has published be found by everybody in the organization that the team is in now. */
export async function shareReports(tx: Db, team: string): Promise<void> {
  const rows = await tx
    .selectFrom('report')
    .select('id')
    .where('team_id', '=', team)
    .where('state', '=', 'published')
    .execute();
  await writeWords(
    tx,
    rows.map(({ id }) => id),
  );
}
