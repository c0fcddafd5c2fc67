import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';

/** Any number will do, as long as all releases take the same. */
const LOCK = sql`select pg_advisory_xact_lock(7266638)`;

/**
 * Gives mails that wait without a job one again: a restored database has the mails, and no jobs.
 * @returns how many
 */
export function requeueMails(db: Db, jobs: Jobs): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Of servers that start at once, the second one finds the jobs of the first.
    await LOCK.execute(tx);
    const { rows } = await sql<{ id: string; not_before: Date | null }>`
      select id, not_before from mail
      where state = 'queued' and not exists (
        select from pgboss.job
        where name = 'send-mail' and data ->> 'mail' = mail.id::text
          and state in ('created', 'retry', 'active'))
      order by at, id
    `.execute(tx);
    for (const { id, not_before } of rows) {
      await jobs.add('send-mail', { mail: id }, tx, not_before);
    }
    return rows.length;
  });
}
