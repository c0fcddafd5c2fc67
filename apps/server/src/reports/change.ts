import type { Report, ReportContent } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { badInput, problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { indexReport } from '../search/index-reports.ts';
import { needOpen } from '../teams/open.ts';
import { standingOf, type ReportRow } from './read.ts';
import { recounted } from './recount.ts';

/** Who may change a report, and how. */
interface Asked {
  user: string;
  report: string;
  /** The one they have read; null: whichever it is. */
  version: number | null;
  state: ReportRow['state'];
  by: 'member' | 'publisher';
}

/**
 * The report, locked until the transaction ends, for somebody who may change it. Throws `not-found`,
 * `not-allowed`, `archived`, `read-only`, and `conflict` where it is not any more as they have read it.
 */
export async function needChangeable(tx: Db, asked: Asked): Promise<ReportRow> {
  const row = await tx
    .selectFrom('report')
    .selectAll()
    .where('id', '=', asked.report)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const you: Report['you'] = await standingOf(tx, asked.user, row);
  // A colleague may read what is published; PostgreSQL does not lock it for them either.
  if (you === 'reader' || (asked.by === 'publisher' && you !== 'publisher')) {
    throw problem('not-allowed');
  }
  await needOpen(tx, row.team_id);
  if (row.state !== asked.state) throw problem('conflict');
  if (asked.version !== null && asked.version !== row.version) throw problem('conflict');
  return row;
}

/** One version further, as somebody has changed it. */
export const changed = (tx: Db, report: string) =>
  tx
    .updateTable('report')
    .set({ version: sql<number>`version + 1`, changed_at: sql<Date>`now()` })
    .where('id', '=', report);

interface Save {
  report: string;
  version: number;
  content: ReportContent;
  /** An account of the team; null: the name stays as it is. */
  author: string | null;
}

/** Throws `bad-input` where the last day is before the first, or in a year that no calendar has. */
export function needDays({ from, to }: ReportContent): void {
  if (from < '0001') throw badInput('content.from: is no day');
  if (to < from) throw badInput('content.to: is before content.from');
}

/** Saves a draft; any member may. Its figures are those of the week of its last day. */
export function saveDraft(
  db: Db,
  user: string,
  { report, version, content, author }: Save,
): Promise<void> {
  needDays(content);
  return db.transaction().execute(async (tx) => {
    const row = await needChangeable(tx, { user, report, version, state: 'draft', by: 'member' });
    const named =
      author === null || author === row.author_user
        ? null
        : await tx
            .selectFrom('team_member')
            .innerJoin('user', 'user.id', 'team_member.user_id')
            .select(['user.id', 'user.name'])
            .where('team_member.team_id', '=', row.team_id)
            .where('user.id', '=', author)
            .executeTakeFirst();
    if (named === undefined) throw problem('bad-input');
    await changed(tx, report)
      .set({
        ...(await recounted(tx, row, content)),
        edited: true,
        ...(named && { author_user: named.id, author_name: named.name }),
      })
      .execute();
    await indexReport(tx, report);
  });
}

/** Deletes a draft that was never published; leads and its author may. */
export function removeDraft(db: Db, user: string, report: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const row = await needChangeable(tx, {
      user,
      report,
      version: null,
      state: 'draft',
      by: 'publisher',
    });
    await tx.deleteFrom('search_document').where('id', '=', report).execute();
    await tx.deleteFrom('report').where('id', '=', report).execute();
    const about = { team: row.team_id, number: String(row.number) };
    await record(tx, { act: 'report-deleted', actor: user, about });
  });
}
