import { randomUUIDv7 } from 'node:crypto';
import type { ReportContent } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { indexReport } from '../search/index-reports.ts';
import { happened } from '../webhooks/events.ts';
import { changed, needChangeable, needDays } from './change.ts';

interface Ports {
  db: Db;
  jobs: Pick<Jobs, 'add'>;
}

interface Person {
  id: string;
  name: string;
}

/**
 * Shows a draft to the organization or to everybody, and mails it to those who want that. Published
 * anew, after it was taken back, it is mailed only to those who have not got it.
 */
export function publish(
  { db, jobs }: Ports,
  user: Person,
  {
    report,
    version,
    audience,
  }: { report: string; version: number; audience: 'private' | 'public' },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const asked = { user: user.id, report, version, state: 'draft', by: 'publisher' } as const;
    const row = await needChangeable(tx, asked);
    await changed(tx, report)
      .set({
        state: 'published',
        audience,
        published_at: sql<Date>`coalesce(published_at, now())`,
        updated_at: sql<Date>`now()`,
      })
      .execute();
    await indexReport(tx, report);
    await record(tx, {
      act: 'report-published',
      actor: user.id,
      about: { report, team: row.team_id, audience },
    });
    const team = await tx
      .selectFrom('team_member')
      .select('user_id')
      .where('team_id', '=', row.team_id)
      .where('user_id', '!=', user.id)
      .execute();
    await notify(tx, {
      kind: 'report-published',
      to: team.map((member) => member.user_id),
      team: row.team_id,
      about: { report },
      once: report,
    });
    await happened(tx, { kind: 'report.published', team: row.team_id, about: { report } });
    await jobs.add('mail-report', { report }, tx);
  });
}

/** Takes a published report back: it is a draft again, and its page is gone at once. */
export function unpublish(
  db: Db,
  user: Person,
  { report, version }: { report: string; version: number },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const asked = { user: user.id, report, version, state: 'published', by: 'publisher' } as const;
    const row = await needChangeable(tx, asked);
    await changed(tx, report)
      .set({ state: 'draft', updated_at: sql<Date>`now()` })
      .execute();
    await indexReport(tx, report);
    const about = { report, team: row.team_id };
    await record(tx, { act: 'report-unpublished', actor: user.id, about });
  });
}

interface Correction {
  report: string;
  version: number;
  content: ReportContent;
  note: string;
}

/** Says something published differently, and why. What it said before is kept for members; nobody is mailed again. */
export function correct(
  db: Db,
  user: Person,
  { report, version, content, note }: Correction,
): Promise<void> {
  needDays(content);
  return db.transaction().execute(async (tx) => {
    const asked = { user: user.id, report, version, state: 'published', by: 'publisher' } as const;
    const row = await needChangeable(tx, asked);
    await tx
      .insertInto('report_correction')
      .values({
        id: randomUUIDv7(),
        report_id: report,
        by_user: user.id,
        by_name: user.name,
        note,
        before: JSON.stringify(row.content),
      })
      .execute();
    await changed(tx, report)
      .set({ content: JSON.stringify(content), updated_at: sql<Date>`now()` })
      .execute();
    await indexReport(tx, report);
    const about = { report, team: row.team_id };
    await record(tx, { act: 'report-corrected', actor: user.id, about });
  });
}
