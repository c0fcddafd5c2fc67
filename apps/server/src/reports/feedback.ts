import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import { notify } from '../notifications/notify.ts';

export interface Feedback {
  report: string;
  /** Null: somebody from outside. */
  user: string | null;
  /** As they call themselves. */
  name: string | null;
  text: string;
}

/**
 * Keeps what a reader has said, and tells the author and the leads of it.
 * @param db sees all rows: whoever writes is in no team of the report, and may be nobody we know. That
 *   they may read the report is checked by the caller.
 */
export function keepFeedback(db: Db, { report, user, name, text }: Feedback): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('report')
      .select(['team_id', 'author_user'])
      .where('id', '=', report)
      .executeTakeFirst();
    // Deleted a moment ago: nobody is left to read it.
    if (!row) return;
    const id = randomUUIDv7();
    await tx
      .insertInto('report_feedback')
      .values({ id, report_id: report, team_id: row.team_id, user_id: user, name, text })
      .execute();
    const members = await tx
      .selectFrom('team_member')
      .select('user_id')
      .where('team_id', '=', row.team_id)
      .where((e) =>
        e.or([
          e('role', '=', 'lead'),
          // Whoever has left the team is told nothing of it any more.
          ...(row.author_user === null ? [] : [e('user_id', '=', row.author_user)]),
        ]),
      )
      .execute();
    await notify(tx, {
      kind: 'report-feedback',
      to: members.flatMap((member) => (member.user_id === user ? [] : [member.user_id])),
      team: row.team_id,
      about: { report, feedback: id },
      once: id,
    });
  });
}
